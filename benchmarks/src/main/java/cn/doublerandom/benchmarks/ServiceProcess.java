package cn.doublerandom.benchmarks;

import cn.doublerandom.embedded.DemoIdentity;
import cn.doublerandom.embedded.LocalKafka;
import cn.doublerandom.embedded.LocalPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A service as it ships, with a heap of its own, and what is asked of it. */
final class ServiceProcess implements AutoCloseable {
  private final Path log;
  private final Process process;
  private final String address;
  private final DemoIdentity identity;
  private final String account;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * Starts it.
   *
   * @param name of the service, which is the name of its database too
   * @param account who asks
   * @param further settings
   */
  ServiceProcess(
      String name,
      Path application,
      String heap,
      Path home,
      LocalPostgres postgres,
      LocalKafka kafka,
      DemoIdentity identity,
      String account,
      Map<String, String> further)
      throws Exception {
    this.identity = identity;
    this.account = account;
    this.log = home.resolve(name + ".log");
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    this.address = "http://127.0.0.1:" + port + "/" + name;
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.profile", "local");
    settings.put("quarkus.http.port", Integer.toString(port));
    settings.put("quarkus.management.port", "0");
    settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
    settings.put("suite.parent-pid", Long.toString(ProcessHandle.current().pid()));
    settings.putAll(LocalPostgres.settings(postgres.port(), name));
    settings.putAll(DemoIdentity.settings(identity.publicKeysTo(home.resolve("jwks"))));
    settings.put("suite.person-master-key", home.resolve("keys/master").toString());
    settings.put("suite.checkpoint-key", home.resolve("keys/checkpoint-" + name).toString());
    settings.putAll(further);
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
    command.addAll(List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"));
    settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(List.of("-jar", application.toString()));
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  HttpRequest.Builder request(String path) {
    return request(path, account);
  }

  HttpRequest.Builder request(String path, String by) {
    return HttpRequest.newBuilder(URI.create(address + path))
        .header("Authorization", "Bearer " + identity.token(by));
  }

  /** The most memory it has had since it was asked last, in MB; as the kernel counts it. */
  long peakMegabytes() throws IOException {
    Path proc = Path.of("/proc", Long.toString(process.pid()));
    if (!Files.exists(proc)) {
      return 0;
    }
    long kilobytes =
        Files.readAllLines(proc.resolve("status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
            .findFirst()
            .orElse(0);
    // Begins to count anew (proc(5), clear_refs).
    Files.writeString(proc.resolve("clear_refs"), "5");
    return kilobytes / 1_024;
  }

  /** The time its threads had so far, of all cores together. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  JsonNode get(String path) throws Exception {
    HttpResponse<String> answer = send(request(path).build());
    if (answer.statusCode() != 200) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return json.readTree(answer.body());
  }

  /** Waits until it answers at an address. */
  void awaitReady(String path) throws Exception {
    while (true) {
      try {
        get(path);
        return;
      } catch (IOException e) {
        if (!isAlive()) {
          throw new IOException(Files.readString(log), e);
        }
        LockSupport.parkNanos(300_000_000L);
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
    http.close();
  }
}
