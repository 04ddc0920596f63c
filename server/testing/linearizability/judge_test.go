package main

import (
	"os"
	"strings"
	"testing"
)

func read(t *testing.T, lines ...string) History {
	t.Helper()
	history, err := Read(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return history
}

const (
	create  = `{"id":"a 1","at":"10","by":"a","op":"swap","key":"k","expected":null,"value":"v1"}`
	created = `{"id":"a 1","at":"20","outcome":"swapped","generation":"1"}`
	second  = `{"id":"a 2","at":"30","by":"a","op":"swap","key":"k","expected":"1","value":"v2"}`
	rival   = `{"id":"b 1","at":"35","by":"b","op":"swap","key":"k","expected":"1","value":"v3"}`
	won     = `{"id":"a 2","at":"40","outcome":"swapped","generation":"2"}`
	lost    = `{"id":"b 1","at":"45","outcome":"refused"}`
	wonToo  = `{"id":"b 1","at":"45","outcome":"swapped","generation":"3"}`
	look    = `{"id":"c 1","at":"50","by":"c","op":"get","key":"k"}`
)

func TestTakesOneWinner(t *testing.T) {
	saw := `{"id":"c 1","at":"60","outcome":"found","generation":"2","value":"v2"}`
	if problem := Judge(read(t, create, created, second, rival, won, lost, look, saw)); problem != "" {
		t.Error(problem)
	}
}

func TestRefusesTwoWinners(t *testing.T) {
	if Judge(read(t, create, created, second, rival, won, wonToo)) == "" {
		t.Error("two swaps of one generation both won")
	}
}

func TestRefusesAStaleRead(t *testing.T) {
	saw := `{"id":"c 1","at":"60","outcome":"found","generation":"1","value":"v1"}`
	if Judge(read(t, create, created, second, won, look, saw)) == "" {
		t.Error("a read after a swap saw what was before it")
	}
}

func TestRefusesAGenerationGivenTwice(t *testing.T) {
	again := `{"id":"a 2","at":"40","outcome":"swapped","generation":"1"}`
	if Judge(read(t, create, created, second, again)) == "" {
		t.Error("a generation was given twice")
	}
}

func TestTakesACallCutOffAsDoneOrNot(t *testing.T) {
	for _, saw := range []string{
		`{"id":"c 1","at":"60","outcome":"found","generation":"1","value":"v1"}`,
		`{"id":"c 1","at":"60","outcome":"found","generation":"2","value":"v2"}`,
	} {
		if problem := Judge(read(t, create, created, second, look, saw)); problem != "" {
			t.Error(problem)
		}
	}
	never := `{"id":"c 1","at":"60","outcome":"found","generation":"9","value":"v9"}`
	if Judge(read(t, create, created, second, look, never)) == "" {
		t.Error("what nobody wrote was read")
	}
}

// With HISTORY, the recorded one is taken as it is, and refused once two swaps of one generation both win in it.
func TestRefusesTheRecordedHistoryOnceDoctored(t *testing.T) {
	name := os.Getenv("HISTORY")
	if name == "" {
		return
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	history, err := Read(file)
	if err != nil {
		t.Fatal(err)
	}
	if problem := Judge(history); problem != "" {
		t.Fatal(problem)
	}
	before := map[string]*string{}
	for index, call := range history {
		if call.Outcome != "swapped" {
			continue
		}
		if earlier, known := before[call.Key]; known {
			history[index].Expected = earlier
			if Judge(history) == "" {
				t.Error("a lost update was taken")
			}
			return
		}
		before[call.Key] = call.Expected
	}
	t.Error("no object was swapped twice: nothing to doctor")
}
