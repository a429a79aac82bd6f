package cn.doublerandom.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export with one draw by lottery: when was its commit witnessed? */
class LedgerTimeTest {
  private static final String ORIGIN = "county.example/draw";

  @TempDir Path directory;

  private final Merkle tree = new Merkle();
  private final StringBuilder chains = new StringBuilder();
  private final StringBuilder disclosed = new StringBuilder();
  private byte[] before = new byte[32];
  private KeyPair log;
  private String logKey;
  private SigningKey witness;
  private Bundle bundle;
  private long drawnAt;

  @BeforeEach
  void export() throws Exception {
    log = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = log.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = Note.ED25519;
    System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    logKey = ORIGIN + "+" + Hash.hex(keyHash(typed)) + "+" + base64(typed);
    witness = SigningKey.keptIn(directory.resolve("witness/key"), "witness.example/w");
    byte[] file = Files.readAllBytes(Path.of("../docs/vectors/draw/tiers-lottery.json"));
    bundle = Bundle.read(Json.read(file));
    Entropy.Committed.Lottery lottery = (Entropy.Committed.Lottery) bundle.commit().entropy();
    drawnAt = Instant.parse(lottery.drawnAt()).getEpochSecond();
    Files.createDirectories(directory.resolve("draws"));
    Files.createDirectories(directory.resolve("draw/checkpoints"));
    Files.write(directory.resolve("draws/" + bundle.commit().drawId() + ".json"), file);
  }

  private byte[] keyHash(byte[] typed) {
    return Arrays.copyOf(Hash.sha256(Hash.utf8(ORIGIN), new byte[] {'\n'}, typed), 4);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void entry(String type, String hashName, String hash) throws Exception {
    var value = new TreeMap<String, Object>();
    value.put("drawId", bundle.commit().drawId());
    value.put("commitHash", bundle.commitHash());
    value.put(hashName, hash);
    Map<String, Object> said = new TreeMap<>();
    said.put("key", "k");
    said.put("topic", "draw.events.v1");
    said.put("type", "cn.doublerandom." + type + ".v1");
    said.put("value", new String(Json.canonical(value), StandardCharsets.UTF_8));
    long seq = tree.size() + 1;
    byte[] event = Hash.sha256(Hash.utf8(type));
    byte[] chain =
        Hash.tagged(
            "ledger",
            before,
            ByteBuffer.allocate(8).putLong(seq).array(),
            event,
            Hash.sha256(Json.canonical(List.of(said))));
    Map<String, Object> line = new TreeMap<>();
    line.put("announcements", List.of(said));
    line.put("event", Hash.hex(event));
    line.put("seq", seq);
    disclosed.append(new String(Json.canonical(line), StandardCharsets.UTF_8)).append('\n');
    chains.append("{\"chain\":\"" + Hash.hex(chain) + "\",\"seq\":" + seq + "}\n");
    tree.add(chain);
    before = chain;
  }

  private String checkpoint(long seenAt) throws Exception {
    String text = ORIGIN + "\n" + tree.size() + "\n" + base64(tree.root()) + "\n";
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(log.getPrivate());
    signature.update(Hash.utf8(text));
    byte[] typed = Base64.getDecoder().decode(logKey.split("\\+", 3)[2]);
    byte[] signed = signature.sign();
    byte[] line = ByteBuffer.allocate(4 + signed.length).put(keyHash(typed)).put(signed).array();
    return text + "\n— " + ORIGIN + " " + base64(line) + "\n" + witness.cosign(text, seenAt);
  }

  /** The commit is witnessed so many seconds before the lottery, the execution long after it. */
  private List<String> checked(long secondsBefore) throws Exception {
    entry("DrawCommitted", "executeBy", "2030-01-01T00:00:00Z");
    String early = checkpoint(drawnAt - secondsBefore);
    Files.writeString(directory.resolve("draw/checkpoints/1"), early);
    entry("DrawExecuted", "resultHash", bundle.resultHash());
    Files.writeString(directory.resolve("draw/checkpoint"), checkpoint(drawnAt + 86_400));
    Files.writeString(directory.resolve("draw/chain.ndjson"), chains);
    Files.writeString(directory.resolve("draw/disclosed.ndjson"), disclosed);
    return Ledger.check(directory, new ArrayList<>(List.of(logKey, witness.verifierKey)));
  }

  @Test
  void a_commit_witnessed_before_the_lottery_is_told_with_its_time() throws Exception {
    assertThat(checked(3_600)).last().asString().contains("witnessed 3600 s before its entropy");
  }

  @Test
  void a_commit_nobody_saw_a_minute_before_the_lottery_is_refused() {
    assertThatThrownBy(() -> checked(59))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("a minute before its entropy");
  }

  @Test
  void a_checkpoint_of_another_ledger_proves_no_time() throws Exception {
    checked(3_600);
    Path kept = directory.resolve("draw/checkpoints/1");
    String forged = Files.readString(kept).replaceFirst("\n1\n", "\n2\n");
    Files.writeString(kept, forged);
    assertThatThrownBy(
            () -> Ledger.check(directory, new ArrayList<>(List.of(logKey, witness.verifierKey))))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("did not sign");
  }
}
