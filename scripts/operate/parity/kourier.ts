/** Port of Kourier's Envoy that is told the address of whoever connects. */
export const TOLD_PORT = 8079;
const EXTERNAL_PORT = 8080;

const at = (address: string, port: number): object => ({ socket_address: { address, port_value: port } });

/**
 * Kourier writes no X-Forwarded-For by itself: all clients would have its address, and one client's limits. It does when
 * each connection begins with the PROXY protocol, which the balancer of a cloud speaks; where none is in front, as with
 * kind, its own Envoy takes connections on one more port and passes them on with it.
 * @see https://www.envoyproxy.io/docs/envoy/latest/configuration/listeners/listener_filters/proxy_protocol
 */
export const CLIENT_ADDRESSES = {
  /** config-kourier in knative-serving. */
  config: { 'enable-proxy-protocol': 'true' },
  /** Merged into what its Envoy starts with (`--config-yaml`). */
  envoy: {
    static_resources: {
      listeners: [
        {
          name: 'told',
          address: at('0.0.0.0', TOLD_PORT),
          filter_chains: [
            {
              filters: [
                {
                  name: 'envoy.filters.network.tcp_proxy',
                  typed_config: {
                    '@type': 'type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy',
                    stat_prefix: 'told',
                    cluster: 'told',
                    idle_timeout: '0s',
                  },
                },
              ],
            },
          ],
        },
      ],
      clusters: [
        {
          name: 'told',
          type: 'STATIC',
          connect_timeout: '1s',
          load_assignment: {
            cluster_name: 'told',
            endpoints: [{ lb_endpoints: [{ endpoint: { address: at('127.0.0.1', EXTERNAL_PORT) } }] }],
          },
          transport_socket: {
            name: 'envoy.transport_sockets.upstream_proxy_protocol',
            typed_config: {
              '@type':
                'type.googleapis.com/envoy.extensions.transport_sockets.proxy_protocol.v3.ProxyProtocolUpstreamTransport',
              config: { version: 'V2' },
              transport_socket: {
                name: 'envoy.transport_sockets.raw_buffer',
                typed_config: {
                  '@type': 'type.googleapis.com/envoy.extensions.transport_sockets.raw_buffer.v3.RawBuffer',
                },
              },
            },
          },
        },
      ],
    },
  },
} as const;
