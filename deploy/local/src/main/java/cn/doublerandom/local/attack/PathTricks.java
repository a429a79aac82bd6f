package cn.doublerandom.local.attack;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Ways to write an address so that two parts of a house may read it differently. */
final class PathTricks implements Wave {
  private static final Duration SILENCE = Duration.ofSeconds(3);

  /** What nobody reads without the right role. */
  private static final List<String> PROTECTED =
      List.of("/draw/api/v1/memory", "/registry/api/v1/subjects", "/inspection/api/v1/visits");

  /** Behind a service's back door, and none of it through the gateway but the document. */
  private static final List<String> BACK_DOORS =
      List.of(
          "/q/metrics",
          "/q/health",
          "/q/health/ready",
          "/q/health/live",
          "/q/swagger-ui",
          "/q/dev",
          "/q/dev-ui",
          "/q/arc/beans",
          "/q/info",
          "/q/graphql-ui",
          "/q",
          "/q/",
          "/Q/metrics");

  @Override
  public String name() {
    return "path tricks";
  }

  @Override
  public void run(Target target, Tally tally) {
    var wire = new Wire(target.gateway());
    String witness = target.tokens().of("witness-1", "witness", "纪检监察室");
    for (String address : PROTECTED) {
      for (String trick : tricks(address)) {
        tally.judge(trick + " by nobody", Expected.REFUSED, wire.send(get(trick, ""), SILENCE));
        tally.judge(
            trick + " by a witness", Expected.REFUSED, wire.send(get(trick, witness), SILENCE));
      }
    }
    for (String service : target.documents().keySet()) {
      for (String door : BACK_DOORS) {
        String address = "/" + service + door;
        tally.judge(address + " by nobody", Expected.REFUSED, wire.send(get(address, ""), SILENCE));
      }
    }
    for (String address : List.of("/", "/publication/ui", "/draw/api/v1/draws")) {
      tally.judge(address + " as it is", Expected.TAKEN, wire.honest(get(address, "")));
    }
  }

  private static String get(String target, String token) {
    String bearer = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + bearer + "\r\n";
  }

  private static List<String> tricks(String address) {
    String service = address.substring(0, address.indexOf('/', 1));
    String rest = address.substring(service.length());
    String last = address.substring(address.lastIndexOf('/') + 1);
    String upTo = address.substring(0, address.lastIndexOf('/') + 1);
    List<String> all = new ArrayList<>();
    all.add(address);
    all.add("/" + address);
    all.add("//evil.example" + address);
    all.add(service + "/" + rest);
    all.add(address.replace("/api/", "//api/"));
    all.add(address + "/");
    all.add(address + "//");
    for (String added :
        List.of(
            ";",
            ";a=b",
            ";jsessionid=1",
            "%3b",
            "%3Ba",
            "%00",
            "%00.css",
            ".css",
            ".json",
            ".",
            "..",
            "...",
            "%20",
            "%09",
            "%0a",
            "%0d%0aX-A:%20b",
            "%2e",
            "%2E%2E",
            "%c0%ae",
            "%ef%bc%8f",
            "%23",
            "%3f",
            "%5c",
            "\\",
            "~",
            "%7e",
            "%ff",
            "%",
            "%2",
            "%zz",
            "%u002f",
            "?",
            "?;",
            "#a")) {
      all.add(address + added);
    }
    for (String step :
        List.of(
            "/.",
            "/./",
            "/..;/",
            "/%2e/",
            "/%2e%2e/",
            "/..%2f",
            "/..%5c",
            "/.;/",
            "/;/",
            "/..%00/",
            "/..%c0%af")) {
      all.add(service + step + rest.substring(1));
      all.add("/publication/ui" + step + ".." + address);
    }
    all.add(upTo + "%" + Integer.toHexString(last.charAt(0)) + last.substring(1) + "%2f");
    all.add(address.replace("/", "%2f"));
    all.add(address.replace("/", "\\"));
    all.add(service + rest.replace("/v1/", "/v1%2f"));
    all.add(address.toUpperCase(java.util.Locale.ROOT));
    all.add(service.toUpperCase(java.util.Locale.ROOT) + rest);
    all.add(service + rest.replace("api", "API"));
    all.add(service + rest.replace("v1", "V1"));
    all.add("http://127.0.0.1" + address);
    all.add("http://evil.example" + address);
    all.add(address.substring(1));
    all.add("*" + address);
    all.add("/publication" + address);
    all.add(service + service + rest);
    all.add(address + "/x".repeat(3_000));
    all.add(address + "?a=" + "x".repeat(70_000));
    return all;
  }
}
