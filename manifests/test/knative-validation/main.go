// Judges Service documents by Knative's own code: what its webhook runs, with the settings of a new installation.
// Prints one JSON object a file: {"file", "errors", "warnings"}.
package main

import (
	"context"
	"encoding/json"
	"os"

	"knative.dev/pkg/apis"
	"knative.dev/serving/pkg/apis/config"
	v1 "knative.dev/serving/pkg/apis/serving/v1"
	"sigs.k8s.io/yaml"
)

type verdict struct {
	File     string `json:"file"`
	Errors   string `json:"errors"`
	Warnings string `json:"warnings"`
}

func main() {
	ctx, err := newInstallation()
	if err != nil {
		panic(err)
	}
	out := json.NewEncoder(os.Stdout)
	for _, file := range os.Args[1:] {
		if err := out.Encode(judge(ctx, file)); err != nil {
			panic(err)
		}
	}
}

func newInstallation() (context.Context, error) {
	defaults, err := config.NewDefaultsConfigFromMap(nil)
	if err != nil {
		return nil, err
	}
	features, err := config.NewFeaturesConfigFromMap(nil)
	if err != nil {
		return nil, err
	}
	settings := &config.Config{Defaults: defaults, Features: features}
	return config.ToContext(apis.WithinCreate(context.Background()), settings), nil
}

func judge(ctx context.Context, file string) verdict {
	text, err := os.ReadFile(file)
	if err != nil {
		return verdict{File: file, Errors: err.Error()}
	}
	service := &v1.Service{}
	if err := yaml.UnmarshalStrict(text, service); err != nil {
		return verdict{File: file, Errors: err.Error()}
	}
	service.SetDefaults(ctx)
	found := service.Validate(ctx)
	return verdict{file, words(found.Filter(apis.ErrorLevel)), words(found.Filter(apis.WarningLevel))}
}

func words(found *apis.FieldError) string {
	if found == nil {
		return ""
	}
	return found.Error()
}
