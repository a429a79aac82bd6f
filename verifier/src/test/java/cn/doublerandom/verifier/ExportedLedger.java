package cn.doublerandom.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The public export of a ledger of draws with one bundle, its log key and its outside witness. */
final class ExportedLedger {
  private static final String ORIGIN = "county.example/draw";

  private final Path directory;
  private final Merkle tree = new Merkle();
  private final StringBuilder chains = new StringBuilder();
  private final StringBuilder disclosed = new StringBuilder();
  private final StringBuilder records = new StringBuilder();
  private String head = "";
  private String extension;
  private byte[] before = new byte[32];
  private boolean isListed;
  private final KeyPair log;
  private final String logKey;
  private final SigningKey witness;
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final List<String> othersKeys = new ArrayList<>();
  final Bundle bundle;

  ExportedLedger(Path directory, String vector) throws Exception {
    this.directory = directory;
    log = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = log.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = Note.ED25519;
    System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    logKey = ORIGIN + "+" + Hash.hex(keyHash(typed)) + "+" + base64(typed);
    witness = SigningKey.keptIn(directory.resolve("witness/key"), "witness.example/w");
    byte[] file = Files.readAllBytes(Path.of("../docs/vectors/draw/" + vector));
    bundle = Bundle.read(Json.read(file));
    Files.createDirectories(directory.resolve("draws"));
    Files.createDirectories(directory.resolve("draw/checkpoints"));
    Files.write(directory.resolve("draws/" + bundle.commit().drawId() + ".json"), file);
  }

  private static byte[] keyHash(byte[] typed) {
    return Arrays.copyOf(Hash.sha256(Hash.utf8(ORIGIN), new byte[] {'\n'}, typed), 4);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  long size() {
    return tree.size();
  }

  String root() {
    return Hash.hex(tree.root());
  }

  /** One more entry that announces an event of the draw. */
  void entry(String type, Map<String, Object> more) {
    var value = new TreeMap<String, Object>(more);
    value.put("drawId", bundle.commit().drawId());
    value.put("commitHash", bundle.commitHash());
    entry(
        type, List.of(said("draw.events.v1", "k", "cn.doublerandom." + type + ".v1", text(value))));
  }

  private static String text(Object value) {
    return new String(Json.canonical(value), StandardCharsets.UTF_8);
  }

  private static Map<String, Object> said(String topic, String key, String type, String value) {
    Map<String, Object> said = new TreeMap<>();
    said.put("key", key);
    said.put("topic", topic);
    said.put("type", type);
    said.put("value", value);
    return said;
  }

  /** One more entry that announces a state, and that it changed. */
  void state(String key, String value) {
    entry(
        "StateChanged",
        List.of(
            said("draw.events.v1", key, "StateChanged", value),
            said("draw.subjects.v1", key, "StateChanged", value)));
  }

  /**
   * The ledger begins with an entry that names the other as what it is a copy of, and holds the
   * same entries.
   *
   * @param followed whether the chain of the other and its checkpoints lie beside it
   */
  void copies(ExportedLedger other, boolean followed) throws Exception {
    Map<String, Object> envelope = new TreeMap<>();
    envelope.put("id", "01a2156e-e67a-754b-b4ea-6487a9823c77");
    envelope.put("metadata", "{}");
    envelope.put(
        "payload",
        text(
            new TreeMap<>(
                Map.of(
                    "size",
                    other.size(),
                    "root",
                    other.root(),
                    "on",
                    "2026-11-26",
                    "by",
                    "wang",
                    "approvedBy",
                    "li",
                    "changed",
                    0L))));
    envelope.put("stream", "memory-adopted");
    envelope.put("type", "PersonalDataAdopted");
    envelope.put("version", 1L);
    Files.write(directory.resolve("draw/copy-of.json"), Json.canonical(envelope));
    chain(Hash.tagged("event", Json.canonical(envelope)), List.of());
    for (Map<String, Object> one : other.entries) {
      said(one);
    }
    othersKeys.addAll(List.of(other.logKey, other.witness.verifierKey));
    if (followed) {
      Path before = Files.createDirectories(directory.resolve("draw/before"));
      Files.writeString(before.resolve("chain.ndjson"), other.chains);
      Files.createDirectories(before.resolve("checkpoints"));
      try (var kept = Files.list(other.directory.resolve("draw/checkpoints"))) {
        for (Path one : kept.toList()) {
          Files.copy(one, before.resolve("checkpoints").resolve(one.getFileName()));
        }
      }
    }
  }

  /** The lines are of this class's own making: what was said is a list of records. */
  @SuppressWarnings("unchecked")
  private void said(Map<String, Object> line) {
    entry(String.valueOf(line.get("type")), (List<Map<String, Object>>) line.get("said"));
  }

  private void entry(String type, List<Map<String, Object>> said) {
    entries.add(Map.of("type", type, "said", said));
    byte[] event = Hash.sha256(Hash.utf8(type));
    long seq = chain(event, said);
    Map<String, Object> line = new TreeMap<>();
    line.put("announcements", said);
    line.put("event", Hash.hex(event));
    line.put("seq", seq);
    disclosed.append(new String(Json.canonical(line), StandardCharsets.UTF_8)).append('\n');
    String record = Hash.hex(Hash.sha256(Hash.utf8("record " + seq)));
    records.append(text(record(seq, record))).append('\n');
    head = "head draw.events.v1/1 %d %d %s\n".formatted(seq, seq, record);
  }

  private long chain(byte[] event, List<Map<String, Object>> said) {
    long seq = tree.size() + 1;
    before =
        Hash.tagged(
            "ledger",
            before,
            ByteBuffer.allocate(8).putLong(seq).array(),
            event,
            Hash.sha256(Json.canonical(said)));
    chains.append("{\"chain\":\"" + Hash.hex(before) + "\",\"seq\":" + seq + "}\n");
    tree.add(before);
    return seq;
  }

  private static Map<String, Object> record(long seq, String hash) {
    return Map.of("hash", hash, "partition", 1, "seq", seq, "topic", "draw.events.v1");
  }

  /** What checkpoints sign after the root from now on: the heads of the topics, and more. */
  void signing(String more) {
    extension = more;
  }

  /** A checkpoint of all entries so far, seen by the witness at a second. */
  void checkpoint(long seenAt) throws Exception {
    checkpoint(tree.size(), tree.root(), seenAt);
  }

  /** The log and its witness sign whatever the log says; it may have said something else before. */
  void checkpoint(long size, byte[] root, long seenAt) throws Exception {
    Files.writeString(directory.resolve("draw/checkpoints/" + size), note(size, root, seenAt));
  }

  private String note(long size, byte[] root, long seenAt) throws Exception {
    String text = ORIGIN + "\n" + size + "\n" + base64(root) + "\n";
    text += extension == null ? "" : head + extension;
    return text + "\n" + signature(text) + witness.cosign(text, seenAt);
  }

  private String signature(String text) throws Exception {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(log.getPrivate());
    signature.update(Hash.utf8(text));
    byte[] typed = Base64.getDecoder().decode(logKey.split("\\+", 3)[2]);
    byte[] signed = signature.sign();
    byte[] line = ByteBuffer.allocate(4 + signed.length).put(keyHash(typed)).put(signed).array();
    return "— " + ORIGIN + " " + base64(line) + "\n";
  }

  /** Ends the export with a latest checkpoint, and checks it with the keys of log and witness. */
  List<String> checked(long seenAt) throws Exception {
    Files.writeString(directory.resolve("draw/checkpoint"), note(tree.size(), tree.root(), seenAt));
    Files.writeString(directory.resolve("draw/chain.ndjson"), chains);
    Files.writeString(directory.resolve("draw/disclosed.ndjson"), disclosed);
    Files.writeString(directory.resolve("draw/records.ndjson"), records);
    return check();
  }

  List<String> check() throws Exception {
    var keys = new ArrayList<>(List.of(logKey, witness.verifierKey));
    keys.addAll(othersKeys);
    return Ledger.check(directory, keys, isListed);
  }

  /** Writes the tiles of the tree, as an export of today has them. */
  void tiles() throws Exception {
    List<byte[]> chain = new ArrayList<>();
    for (String line : chains.toString().split("\n")) {
      chain.add(Line.hash((Map<?, ?>) Json.read(Hash.utf8(line)), "chain"));
    }
    List<byte[]> level = chain.stream().map(Merkle::leaf).toList();
    for (int from = 0; from < chain.size(); from += Tiles.WIDTH) {
      List<byte[]> part = chain.subList(from, Math.min(chain.size(), from + Tiles.WIDTH));
      var bundle = new ByteArrayOutputStream();
      part.forEach(one -> {
        bundle.writeBytes(new byte[] {0, 32});
        bundle.writeBytes(one);
      });
      put(Tiles.place("entries", from / Tiles.WIDTH, part.size()), bundle.toByteArray());
    }
    for (int height = 0; !level.isEmpty(); height++) {
      List<byte[]> next = new ArrayList<>();
      for (int from = 0; from < level.size(); from += Tiles.WIDTH) {
        List<byte[]> part = level.subList(from, Math.min(level.size(), from + Tiles.WIDTH));
        put(
            Tiles.place(Integer.toString(height), from / Tiles.WIDTH, part.size()),
            LogSource.joined(part));
        if (part.size() == Tiles.WIDTH) {
          next.add(Tiles.root(part));
        }
      }
      level = next;
    }
  }

  private void put(String place, byte[] bytes) throws Exception {
    Path file = directory.resolve("draw").resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Writes the list of all files, as {@code sha256sum} does, and signs it. */
  void sums() throws Exception {
    isListed = true;
    Files.deleteIfExists(directory.resolve("SHA256SUMS"));
    Files.deleteIfExists(directory.resolve("SHA256SUMS.note"));
    var list = new StringBuilder();
    try (var files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        list.append(Hash.hex(Hash.sha256(Files.readAllBytes(file))))
            .append("  ./")
            .append(directory.relativize(file))
            .append('\n');
      }
    }
    Files.writeString(directory.resolve("SHA256SUMS"), list);
    String text =
        "double-random/export/1\n" + Hash.hex(Hash.sha256(Hash.utf8(list.toString()))) + "\n";
    Files.writeString(directory.resolve("SHA256SUMS.note"), text + "\n" + signature(text));
  }

  /** The same by somebody who asks for no list of the files. */
  List<String> checkUnlisted() throws Exception {
    isListed = false;
    return check();
  }

  /** The same by somebody who knows the log's key alone. */
  List<String> checkWithoutWitness() throws Exception {
    return Ledger.check(directory, List.of(logKey), isListed);
  }

  /**
   * The same by somebody who knows the keys of the ledger that was copied besides, but no witness.
   */
  List<String> checkWithoutWitnesses() throws Exception {
    return Ledger.check(directory, List.of(logKey, othersKeys.getFirst()), isListed);
  }

  /** The same by somebody who knows the witness alone. */
  List<String> checkWithoutLog() throws Exception {
    return Ledger.check(directory, List.of(witness.verifierKey), isListed);
  }

  /** The same by somebody who has nothing but the export, which brings its keys along. */
  List<String> checkWithItsOwnKeys() throws Exception {
    Files.writeString(
        directory.resolve("keys.txt"), logKey + "\n\n" + witness.verifierKey + "\n \n");
    return Ledger.check(directory, List.of(), isListed);
  }
}
