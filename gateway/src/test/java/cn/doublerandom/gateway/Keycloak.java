package cn.doublerandom.gateway;

import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A Keycloak as an office runs it, with the realm file of deploy/keycloak. */
final class Keycloak implements AutoCloseable {
  static final String SECRET = "client-secret-of-a-test-32-signs-long";
  private static final Path REALM = Path.of("../deploy/keycloak/realm-double-random.json");
  private static final String ADMIN = "admin";

  private final URI address;
  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * @param archive the distribution, zip
   * @param suite where the gateway is reached
   */
  Keycloak(Path archive, Path directory, URI suite, int tokenSeconds) throws Exception {
    Path home = unpacked(archive, directory);
    int port = Sockets.freePort();
    this.address = URI.create("http://127.0.0.1:" + port);
    Path imports = Files.createDirectories(home.resolve("data/import"));
    JsonObject realm =
        new JsonObject(Files.readString(REALM)).put("accessTokenLifespan", tokenSeconds);
    Files.writeString(imports.resolve("double-random-realm.json"), realm.encode());
    ProcessBuilder start =
        // The script builds the program first and then starts it anew.
        new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--import-realm")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keycloak.log").toFile());
    String base = suite.toString().replaceAll("/$", "");
    start.environment().put("JAVA_HOME", System.getProperty("java.home"));
    start.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
    start.environment().put("SUITE_CLIENT_SECRET", SECRET);
    start.environment().put("SUITE_ADDRESS", base);
    start.environment().put("SUITE_BACKCHANNEL", base);
    start.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    start.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    process = start.start();
    await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptions()
        .until(() -> get(realm() + "/.well-known/openid-configuration").statusCode() == 200);
  }

  private static Path unpacked(Path archive, Path directory) throws IOException {
    try (InputStream file = Files.newInputStream(archive);
        var zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path to = directory.resolve(entry.getName()).normalize();
        if (!to.startsWith(directory)) {
          throw new IOException("outside: " + entry.getName());
        } else if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          Files.copy(zip, to);
        }
      }
    }
    try (var found = Files.list(directory)) {
      return found.filter(Files::isDirectory).findFirst().orElseThrow();
    }
  }

  /** The issuer of its tokens. */
  String realm() {
    return address + "/realms/double-random";
  }

  private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(uri)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private String adminToken() throws IOException, InterruptedException {
    String form =
        Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                ADMIN,
                "password",
                ADMIN)
            .entrySet()
            .stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(
                    URI.create(address + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    return new JsonObject(answer.body()).getString("access_token");
  }

  private String admin(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/admin/realms/double-random" + path))
                .header("Authorization", "Bearer " + adminToken())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** Somebody of the office, with his roles, unit and bureau. */
  void person(String account, String name, String unit, String bureau, List<String> roles)
      throws IOException, InterruptedException {
    admin(
        "POST",
        "/users",
        new JsonObject()
            .put("username", account)
            .put("enabled", true)
            .put("lastName", name)
            .put(
                "attributes",
                new JsonObject()
                    .put("unit", new JsonArray().add(unit))
                    .put("bureau", new JsonArray().add(bureau)))
            .put(
                "credentials",
                new JsonArray()
                    .add(
                        new JsonObject()
                            .put("type", "password")
                            .put("temporary", false)
                            .put("value", password(account))))
            .encode());
    var chosen = new JsonArray();
    for (String role : roles) {
      chosen.add(new JsonObject(admin("GET", "/roles/" + role, "")));
    }
    admin("POST", "/users/" + id(account) + "/role-mappings/realm", chosen.encode());
  }

  static String password(String account) {
    return "password-of-the-person-" + account.hashCode();
  }

  private String id(String account) throws IOException, InterruptedException {
    return new JsonArray(admin("GET", "/users?exact=true&username=" + account, ""))
        .getJsonObject(0)
        .getString("id");
  }

  /** Whoever keeps the accounts ends all sessions of somebody. */
  void signOut(String account) throws IOException, InterruptedException {
    admin("POST", "/users/" + id(account) + "/logout", "");
  }

  @Override
  public void close() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(one -> one.onExit().join());
  }
}
