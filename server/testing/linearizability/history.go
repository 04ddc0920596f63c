package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
)

// Call is one call of the store and what came of it.
type Call struct {
	Op, Key, By string
	// Generation that a swap or discard asked for; nil when the object had to be absent.
	Expected *string
	// Of the content: what a swap wrote, or what a get read.
	Value string
	// found, absent, swapped, refused, discarded, failed (nothing was done) or unknown.
	Outcome string
	// That a swap made, or that a get saw.
	Generation string
	Begin, End int64
}

// History is what several processes recorded, in the order in which calls began.
type History []Call

type line struct {
	ID         string  `json:"id"`
	At         string  `json:"at"`
	Op         string  `json:"op"`
	Key        string  `json:"key"`
	By         string  `json:"by"`
	Expected   *string `json:"expected"`
	Value      string  `json:"value"`
	Outcome    string  `json:"outcome"`
	Generation string  `json:"generation"`
}

// Read takes JSON lines. A call without an end is one whose process died: its outcome is unknown, and it may still
// have been done at any later time.
func Read(from io.Reader) (History, error) {
	var history History
	place := map[string]int{}
	scanner := bufio.NewScanner(from)
	for number := 1; scanner.Scan(); number++ {
		var each line
		if err := json.Unmarshal(scanner.Bytes(), &each); err != nil {
			return nil, fmt.Errorf("line %d is not JSON: %w", number, err)
		}
		at, err := strconv.ParseInt(each.At, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("line %d: %q is not a time in nanoseconds", number, each.At)
		}
		if each.Op != "" {
			place[each.ID] = len(history)
			history = append(history, Call{
				Op: each.Op, Key: each.Key, By: each.By, Expected: each.Expected, Value: each.Value,
				Outcome: "unknown", Begin: at, End: math.MaxInt64,
			})
			continue
		}
		index, begun := place[each.ID]
		if !begun {
			return nil, fmt.Errorf("line %d ends the call %q, which never began", number, each.ID)
		}
		call := &history[index]
		call.Outcome, call.Generation = each.Outcome, each.Generation
		if each.Outcome != "unknown" {
			call.End = at
		}
		if call.Op == "get" {
			call.Value = each.Value
		}
	}
	if len(history) == 0 {
		return nil, fmt.Errorf("the history is empty")
	}
	return history, scanner.Err()
}

// Counts says what a history holds.
type Counts struct{ Calls, Objects, Clients, Won, Lost, Unknown int }

func (history History) Counts() Counts {
	counts := Counts{Calls: len(history)}
	objects, clients := map[string]bool{}, map[string]bool{}
	for _, call := range history {
		objects[call.Key], clients[call.By] = true, true
		switch {
		case call.Outcome == "swapped":
			counts.Won++
		case call.Op == "swap" && call.Outcome == "refused":
			counts.Lost++
		case call.Outcome == "unknown":
			counts.Unknown++
		}
	}
	counts.Objects, counts.Clients = len(objects), len(clients)
	return counts
}
