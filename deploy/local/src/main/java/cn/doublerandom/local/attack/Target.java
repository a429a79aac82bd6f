package cn.doublerandom.local.attack;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the attack goes, loopback only.
 *
 * @param gateway the one origin, in clear text
 * @param secure the same over TLS, where HTTP/2 is spoken
 * @param services the port of each service itself, as who is inside the house reaches it
 * @param documents the OpenAPI document of each service, as it is built into it
 */
public record Target(
    URI gateway,
    URI secure,
    Map<String, URI> services,
    Map<String, Path> documents,
    Tokens tokens,
    Office office) {
  public Target {
    services = Map.copyOf(services);
    for (URI address :
        Stream.concat(Stream.of(gateway, secure), services.values().stream()).toList()) {
      if (!"127.0.0.1".equals(address.getHost()) && !"localhost".equals(address.getHost())) {
        throw new IllegalArgumentException("只能攻击本机 loopback only, got " + address);
      }
    }
  }

  /** The same place, seen when more has happened in the office. */
  public Target with(Office later) {
    return new Target(gateway, secure, services, documents, tokens, later);
  }
}
