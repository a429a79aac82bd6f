package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {
  private static final String ORIGIN = "county.example/draw";

  @TempDir Path directory;

  private final HttpClient http = HttpClient.newHttpClient();
  private KeyPair log;
  private String logKey;
  private Witness witness;

  @BeforeEach
  void start() throws Exception {
    log = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = log.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = Note.ED25519;
    System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    logKey =
        ORIGIN + "+" + Hash.hex(keyHash(typed)) + "+" + Base64.getEncoder().encodeToString(typed);
    witness = Witness.start("witness.example/w", directory, List.of(logKey), 0);
  }

  @AfterEach
  void stop() {
    witness.close();
  }

  /** Each announces a body and sends none of it. */
  @Test
  void whoever_withholds_what_he_announced_keeps_nobody_else_away() throws Exception {
    List<Socket> idle = new ArrayList<>();
    try {
      for (int n = 0; n < 400; n++) {
        var socket = new Socket(InetAddress.getLoopbackAddress(), witness.port());
        idle.add(socket);
        try {
          socket
              .getOutputStream()
              .write(
                  "POST /add-checkpoint HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nold"
                      .getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
          // More than are let in at once.
        }
      }
      for (Socket socket : idle) {
        assertThat(isCutOff(socket)).isTrue();
      }
      assertThat(get("/key")).isEqualTo(200);
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  /** By an answer or without one, but not held for ever. */
  private static boolean isCutOff(Socket socket) throws IOException {
    socket.setSoTimeout(40_000);
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException held) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  private int get(String path) throws Exception {
    HttpRequest question =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + witness.port() + path)).build();
    return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static byte[] keyHash(byte[] typed) {
    return Arrays.copyOf(
        Hash.sha256(ORIGIN.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, typed), 4);
  }

  private static byte[] leaf(int i, String history) {
    return Hash.sha256((history + i).getBytes(StandardCharsets.UTF_8));
  }

  private static Merkle tree(int size, String history) {
    var tree = new Merkle();
    for (int i = 0; i < size; i++) {
      tree.add(leaf(i, history));
    }
    return tree;
  }

  private static byte[] root(int from, int to, String history) {
    if (to - from == 1) {
      return Merkle.leaf(leaf(from, history));
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return Hash.sha256(new byte[] {1}, root(from, middle, history), root(middle, to, history));
  }

  private static void proof(
      int first, int from, int to, boolean whole, String history, List<byte[]> proof) {
    if (first == to) {
      if (!whole) {
        proof.add(root(from, to, history));
      }
      return;
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    if (first <= middle) {
      proof(first, from, middle, whole, history, proof);
      proof.add(root(middle, to, history));
    } else {
      proof(first, middle, to, false, history, proof);
      proof.add(root(from, middle, history));
    }
  }

  private static List<byte[]> proof(int first, int second, String history) {
    List<byte[]> proof = new ArrayList<>();
    if (first > 0 && first < second) {
      proof(first, 0, second, true, history, proof);
    }
    return proof;
  }

  private String note(int size, String history) throws Exception {
    String text =
        ORIGIN
            + "\n"
            + size
            + "\n"
            + Base64.getEncoder().encodeToString(tree(size, history).root())
            + "\n";
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(log.getPrivate());
    signature.update(text.getBytes(StandardCharsets.UTF_8));
    byte[] signed = signature.sign();
    byte[] typed = Base64.getDecoder().decode(logKey.split("\\+", 3)[2]);
    return text
        + "\n— "
        + ORIGIN
        + " "
        + Base64.getEncoder()
            .encodeToString(ByteBuffer.allocate(68).put(keyHash(typed)).put(signed).array())
        + "\n";
  }

  private HttpResponse<String> post(int old, List<byte[]> proof, String note)
      throws IOException, InterruptedException {
    var body = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> body.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + witness.port() + "/add-checkpoint"))
            .POST(HttpRequest.BodyPublishers.ofString(body + "\n" + note))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int status(int old, int size, String history) throws Exception {
    return post(old, proof(old, size, history), note(size, history)).statusCode();
  }

  @Test
  void what_grows_is_cosigned_and_the_cosignature_can_be_checked() throws Exception {
    String note = note(5, "a");
    HttpResponse<String> answer = post(0, List.of(), note);

    assertThat(answer.statusCode()).isEqualTo(200);
    Note cosigned = Note.read((note + answer.body()).getBytes(StandardCharsets.UTF_8));
    assertThat(cosigned.isSignedBy(Note.Key.read(logKey))).isTrue();
    assertThat(cosigned.isSignedBy(Note.Key.read(witness.verifierKey()))).isTrue();
    int last = 5;
    for (int size : new int[] {6, 8, 9, 17, 64, 100}) {
      assertThat(status(last, size, "a")).as("%d to %d", last, size).isEqualTo(200);
      last = size;
    }
  }

  @Test
  void a_history_that_was_rewritten_or_cut_is_not_cosigned() throws Exception {
    assertThat(status(0, 20, "a")).isEqualTo(200);

    assertThat(status(20, 30, "b")).isEqualTo(422);
    assertThat(post(20, List.of(), note(30, "a")).statusCode()).isEqualTo(422);
    assertThat(status(20, 20, "b")).isEqualTo(409);
    HttpResponse<String> older = post(15, proof(15, 18, "a"), note(18, "a"));
    assertThat(older.statusCode()).isEqualTo(409);
    assertThat(older.body()).isEqualTo("20\n");
    assertThat(older.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    assertThat(status(20, 30, "a")).isEqualTo(200);
  }

  @Test
  void a_witness_remembers_after_it_was_restarted() throws Exception {
    assertThat(status(0, 20, "a")).isEqualTo(200);
    String key = witness.verifierKey();
    witness.close();
    witness = Witness.start("witness.example/w", directory, List.of(logKey), 0);

    assertThat(witness.verifierKey()).isEqualTo(key);
    assertThat(status(0, 19, "a")).isEqualTo(409);
    assertThat(status(20, 21, "a")).isEqualTo(200);
  }

  @Test
  void what_is_not_signed_by_a_known_log_is_refused_by_its_own_number() throws Exception {
    String note = note(5, "a");
    assertThat(post(0, List.of(), note.replace(ORIGIN, "other.example/draw")).statusCode())
        .isEqualTo(404);
    assertThat(post(0, List.of(), note.replaceFirst("\n5\n", "\n6\n")).statusCode()).isEqualTo(403);
    assertThat(post(9, List.of(), note).statusCode()).isEqualTo(400);
    assertThat(post(0, List.of(), "nonsense").statusCode()).isEqualTo(400);
    assertThat(post(0, List.of(), note.repeat(2_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void consistency_holds_between_all_small_sizes_and_with_no_other_root() {
    for (int second = 1; second <= 40; second++) {
      for (int first = 1; first <= second; first++) {
        List<byte[]> proof = proof(first, second, "a");
        byte[] before = tree(first, "a").root();
        byte[] now = tree(second, "a").root();
        assertThat(Merkle.continues(first, before, second, now, proof)).isTrue();
        assertThat(Merkle.continues(first, tree(first, "b").root(), second, now, proof)).isFalse();
        assertThat(Merkle.continues(first, before, second, tree(second, "b").root(), proof))
            .isFalse();
      }
    }
  }

  @Test
  void a_key_with_a_wrong_hash_or_of_no_known_kind_is_refused() {
    assertThatThrownBy(() -> Note.Key.read(logKey.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+")))
        .isInstanceOf(Refused.class);
    assertThatThrownBy(() -> Note.Key.read("name+00000000+AAAA")).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> Note.read("x".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Refused.class);
  }
}
