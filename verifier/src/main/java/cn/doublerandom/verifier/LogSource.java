package cn.doublerandom.verifier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Where the files of a log are read from: a directory, or a web address. */
@FunctionalInterface
interface LogSource {
  int MAX_BYTES = 16 << 20;
  Duration LIMIT = Duration.ofSeconds(20);

  /**
   * A file by its place below the log.
   *
   * @throws IOException where it is not there
   */
  byte[] get(String place) throws IOException;

  static boolean isAddress(String where) {
    return where.startsWith("http://") || where.startsWith("https://");
  }

  static LogSource of(String where) {
    if (isAddress(where)) {
      String base = where.endsWith("/") ? where : where + "/";
      return place -> fetch(base + place);
    }
    Path directory = Path.of(where);
    return place -> Files.readAllBytes(directory.resolve(place));
  }

  /** What an address answers; it is asked once, and no other address in its stead. */
  static byte[] fetch(String address) throws IOException {
    HttpRequest request;
    try {
      request = HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build();
    } catch (IllegalArgumentException e) {
      throw new Refused(Code.MALFORMED, "not an address: " + address);
    }
    try (HttpClient http = client()) {
      HttpResponse<InputStream> answer =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = answer.body()) {
        byte[] body = in.readNBytes(MAX_BYTES + 1);
        if (answer.statusCode() != 200) {
          throw new Unanswered(address, answer.statusCode());
        }
        Refused.unless(body.length <= MAX_BYTES, Code.MALFORMED, address + ": more than 16 MiB");
        return body;
      }
    } catch (ConnectException | HttpTimeoutException e) {
      throw new Unanswered(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .connectTimeout(LIMIT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  /** All hashes of a tile one after the other. */
  static byte[] joined(Iterable<byte[]> hashes) {
    var all = new ByteArrayOutputStream();
    hashes.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
