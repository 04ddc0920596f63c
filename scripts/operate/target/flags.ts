import { address, text, word } from '@shortfactory/command-line';
import type { Values } from '@shortfactory/command-line';
import { PLACE_FLAGS } from '../environment/flags.ts';

/** Which cluster, and the way to what runs on it. */
export const CLUSTER_FLAGS = {
  context: text(
    'NAME',
    'context of the kubeconfig (knative; required where the current one looks like production)',
  ),
  namespace: text('NAME', "another namespace than the environment's (knative)"),
  ingress: address(
    'URL',
    "where the cluster's ingress is reached, when no DNS knows the Services' names (knative)",
    'http://127.0.0.1:8080',
  ),
  url: address(
    'URL',
    "the API's address as it is reached from here, instead of the one that the platform says (knative)",
    'http://shortfactory-server.shortfactory.example.com',
  ),
  'ui-url': address(
    'URL',
    "the web UI's, likewise (knative)",
    'http://shortfactory-ui.shortfactory.example.com',
  ),
};

/** Options that say where, of commands that know both platforms. */
export const TARGET_FLAGS = {
  target: word('PLATFORM', 'what runs the Services', ['cloud-run', 'knative'], 'cloud-run'),
  ...PLACE_FLAGS,
  env: text(
    'ENV',
    'environment: the name of its file, such as prod (with --target knative local unless it is given)',
  ),
  ...CLUSTER_FLAGS,
};

export type TargetValues = Values<typeof TARGET_FLAGS>;
