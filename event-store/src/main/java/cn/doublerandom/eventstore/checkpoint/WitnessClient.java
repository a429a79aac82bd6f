package cn.doublerandom.eventstore.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.LongFunction;

/**
 * Asks one outside witness to cosign (c2sp.org/tlog-witness): {@code POST <url>/add-checkpoint}
 * with the size the witness knows, the consistency proof from there, and the checkpoint.
 */
public final class WitnessClient {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final int MAX_ANSWER = 4_096;

  private final URI url;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  public WitnessClient(URI url) {
    this.url = url;
  }

  public URI url() {
    return url;
  }

  /** The witness has seen what this ledger does not hold. */
  static final class Contradicts extends IOException {
    private static final long serialVersionUID = 1L;

    Contradicts(String why) {
      super(why);
    }
  }

  /**
   * The witness's signature lines.
   *
   * @param known the size the witness is believed to know
   * @param proof the consistency proof from a size to the checkpoint
   * @throws IOException where the witness refuses or does not answer
   */
  List<String> cosign(String note, long known, LongFunction<List<byte[]>> proof)
      throws IOException, InterruptedException {
    Answer answer = post(note, known, proof.apply(known));
    if (answer.statusCode() == 409) {
      // It knows another size: the answer says which.
      long other = size(answer.body());
      long own = Long.parseLong(note.split("\n", 3)[1]);
      if (other > own) {
        throw new Contradicts(
            "witness %s has seen %d entries of this ledger, the database has sealed no more than %d"
                .formatted(url, other, own));
      }
      answer = post(note, other, proof.apply(other));
    }
    if (answer.statusCode() == 422 || answer.statusCode() == 409) {
      throw new Contradicts(
          "witness %s has seen another ledger under this name: %d %s"
              .formatted(url, answer.statusCode(), shortened(answer.body())));
    }
    if (answer.statusCode() != 200) {
      throw new IOException(
          "witness " + url + " refuses: " + answer.statusCode() + " " + shortened(answer.body()));
    }
    List<String> lines = answer.body().lines().filter(line -> line.startsWith("— ")).toList();
    if (lines.isEmpty()) {
      throw new IOException("witness " + url + " answers without a signature");
    }
    return lines;
  }

  private static long size(String body) throws IOException {
    try {
      return Long.parseLong(body.strip());
    } catch (NumberFormatException e) {
      throw new IOException("witness answers 409 without a size: " + shortened(body), e);
    }
  }

  private static String shortened(String body) {
    return body.substring(0, Math.min(200, body.length())).replaceAll("\\s+", " ");
  }

  private record Answer(int statusCode, String body) {}

  private Answer post(String note, long known, List<byte[]> proof)
      throws IOException, InterruptedException {
    var body = new StringBuilder("old " + known + "\n");
    proof.forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    body.append('\n').append(note);
    HttpResponse<InputStream> answer =
        http.send(
            HttpRequest.newBuilder(url.resolve(url.getPath() + "/add-checkpoint"))
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8))
                .build(),
            HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = answer.body()) {
      return new Answer(answer.statusCode(), new String(in.readNBytes(MAX_ANSWER), UTF_8));
    }
  }
}
