// Judges a recorded history of compare-and-swaps: is there one order of all calls, each somewhere between its beginning
// and its end, in which every answer is what a single register per object would have given?
//
//	linearizability HISTORY        exit codes: 0 there is, 1 there is none (or none was found in time), 2 bad input
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: linearizability HISTORY")
		os.Exit(2)
	}
	file, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	defer file.Close()
	history, err := Read(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if problem := Judge(history); problem != "" {
		fmt.Println(problem)
		os.Exit(1)
	}
	counts := history.Counts()
	fmt.Printf("%d calls on %d objects by %d clients are linearizable; %d swaps won, %d lost, %d cut off or unknown\n",
		counts.Calls, counts.Objects, counts.Clients, counts.Won, counts.Lost, counts.Unknown)
}
