import { App, Chart } from 'cdk8s';
import { KnativeService } from './index.ts';

const app = new App({ outputFileExtension: '.yaml' });
const probe = { path: '/live', everySeconds: 10, timeoutSeconds: 1, failures: 3 };
new KnativeService(new Chart(app, 'hello'), 'service', {
  name: 'hello',
  region: 'europe-west1',
  revision: 'a1b2c3d',
})
  .serviceAccount('hello-service@my-project.iam.gserviceaccount.com')
  .reachable('all', 'anyone')
  .scale(0, 10)
  .container('app', 'europe-docker.pkg.dev/my-project/apps/hello:1.0.0', (container) =>
    container
      .port(8080)
      .limits('1', '512Mi')
      .probes({ startup: probe, liveness: probe, readiness: probe })
      .env({ GREETING: 'hello' })
      .secrets({ API_KEY: { secret: 'hello-api-key', version: '3' } }),
  );
app.synth();
