package main

import (
	"fmt"
	"time"

	"github.com/anishathalye/porcupine"
)

// One object is judged for so long at most.
const patience = 60 * time.Second

// unnamed is the generation of a write whose answer nobody got: the first who reads it names it.
const unnamed = "?"

// register is one object as it stands.
type register struct {
	present           bool
	generation, value string
}

var model = porcupine.Model{
	Init: func() interface{} { return register{} },
	Step: func(state, input, _ interface{}) (bool, interface{}) {
		return step(state.(register), input.(Call))
	},
}

// Judge says what is wrong with a history, or nothing.
func Judge(history History) string {
	byKey := map[string][]porcupine.Operation{}
	given := map[string]bool{}
	for _, call := range history {
		if call.Outcome == "swapped" {
			name := call.Key + " " + call.Generation
			if given[name] {
				return fmt.Sprintf("generation %s of %s was given twice", call.Generation, call.Key)
			}
			given[name] = true
		}
		// Nothing was done, or nothing was seen.
		if call.Outcome == "failed" || call.Op == "get" && call.Outcome == "unknown" {
			continue
		}
		byKey[call.Key] = append(byKey[call.Key], porcupine.Operation{Input: call, Call: call.Begin, Return: call.End})
	}
	for key, operations := range byKey {
		switch porcupine.CheckOperationsTimeout(model, operations, patience) {
		case porcupine.Illegal:
			return fmt.Sprintf("%s: no order of its %d calls explains their answers", key, len(operations))
		case porcupine.Unknown:
			return fmt.Sprintf("%s: no verdict over its %d calls within %s", key, len(operations), patience)
		}
	}
	return ""
}

func step(now register, call Call) (bool, register) {
	switch call.Op {
	case "get":
		if call.Outcome == "absent" {
			return !now.present, now
		}
		sees := now.present && now.value == call.Value && (now.generation == call.Generation || now.generation == unnamed)
		return sees, register{present: true, generation: call.Generation, value: call.Value}
	case "swap":
		next := register{present: true, generation: call.Generation, value: call.Value}
		return change(now, call, "swapped", next)
	case "discard":
		return change(now, call, "discarded", register{})
	}
	return false, now
}

// change is a compare and what follows it. Where the answer is unknown the comparison decides alone; a call that was
// never done stands at the end of the order, where nobody sees it.
func change(now register, call Call, done string, next register) (bool, register) {
	fits := call.Expected == nil && !now.present ||
		call.Expected != nil && now.present && now.generation == *call.Expected
	perhaps := call.Expected != nil && now.present && now.generation == unnamed
	switch call.Outcome {
	case done:
		return fits || perhaps, next
	case "refused":
		return !fits, now
	case "unknown":
		if !fits {
			return true, now
		}
		if next.present {
			next.generation = unnamed
		}
		return true, next
	}
	return false, now
}
