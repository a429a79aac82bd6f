package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** A log of notices in a directory, as a web server hands it out, with its key and a witness. */
final class PublicLog {
  static final String ORIGIN = "county.example/publication/notices";
  static final String CONTENT = "{\"id\":\"d-1-S\",\"nonce\":\"00\",\"state\":\"VALID\"}";

  final Path directory;
  final String key;
  final SigningKey witness;
  private final KeyPair pair;
  private final byte[] keyHash;
  private final List<byte[]> leaves = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  PublicLog(Path directory) throws Exception {
    this.directory = directory;
    pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] typed = new byte[33];
    typed[0] = Note.ED25519;
    System.arraycopy(encoded, encoded.length - 32, typed, 1, 32);
    keyHash = Arrays.copyOf(Hash.sha256(ORIGIN.getBytes(UTF_8), new byte[] {'\n'}, typed), 4);
    key = ORIGIN + "+" + Hash.hex(keyHash) + "+" + Base64.getEncoder().encodeToString(typed);
    witness = SigningKey.keptIn(directory.resolveSibling("witness-key"), "witness.example/w");
  }

  /** The key of the ledger whose house keeps this log: the same, under the name of the ledger. */
  String ledgerKey() throws Exception {
    String name = ORIGIN.substring(0, ORIGIN.length() - "/notices".length());
    byte[] typed = Base64.getDecoder().decode(key.split("\\+", 3)[2]);
    byte[] hash = Hash.sha256(name.getBytes(UTF_8), new byte[] {'\n'}, typed);
    return name
        + "+"
        + Hash.hex(Arrays.copyOf(hash, 4))
        + "+"
        + Base64.getEncoder().encodeToString(typed);
  }

  static String line(String id, long version, String content) {
    return "dr/notice/1 result 130534 %s %d 2023-03-20T08:00:00Z %s"
        .formatted(id, version, Hash.hex(Hash.sha256(content.getBytes(UTF_8))));
  }

  /** Adds a leaf for the content. */
  PublicLog add(String id, long version, String content) {
    lines.add(line(id, version, content));
    leaves.add(Merkle.leaf(lines.getLast().getBytes(UTF_8)));
    return this;
  }

  /** Adds notices nobody asks for until there are so many leaves. */
  PublicLog upTo(int size) {
    while (leaves.size() < size) {
      add("other-" + leaves.size(), 1, "{}");
    }
    return this;
  }

  int size() {
    return leaves.size();
  }

  byte[] root(int from, int to) {
    if (to - from == 1) {
      return leaves.get(from);
    }
    int middle = from + Integer.highestOneBit(to - from - 1);
    return Merkle.node(root(from, middle), root(middle, to));
  }

  private void path(int index, int from, int to, List<byte[]> path) {
    if (to - from > 1) {
      int middle = from + Integer.highestOneBit(to - from - 1);
      boolean isLeft = index < middle;
      path(index, isLeft ? from : middle, isLeft ? middle : to, path);
      path.add(isLeft ? root(middle, to) : root(from, middle));
    }
  }

  String checkpoint() throws Exception {
    String text =
        "%s\n%d\n%s\n"
            .formatted(ORIGIN, size(), Base64.getEncoder().encodeToString(root(0, size())));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(pair.getPrivate());
    signature.update(text.getBytes(UTF_8));
    byte[] signed = signature.sign();
    String line =
        Base64.getEncoder()
            .encodeToString(
                ByteBuffer.allocate(4 + signed.length).put(keyHash).put(signed).array());
    return text + "\n— " + ORIGIN + " " + line + "\n" + witness.cosign(text, 1_800_000_000L);
  }

  /** The proof of a leaf, as the service gives it. */
  String proof(int index, String content) throws Exception {
    List<byte[]> path = new ArrayList<>();
    path(index, 0, size(), path);
    return """
    {"kind":"result","id":"d-1-S","version":1,"index":%d,"leaf":"%s","size":%d,"root":"%s",
     "path":[%s],"checkpoint":"%s",%s"versions":[{"kind":"result","version":1},
     {"kind":"result","version":2}]}
    """
        .formatted(
            index,
            lines.get(index),
            size(),
            Hash.hex(root(0, size())),
            path.stream().map(hash -> '"' + Hash.hex(hash) + '"').collect(Collectors.joining(",")),
            checkpoint().replace("\n", "\\n"),
            content == null ? "" : "\"content\":\"%s\",".formatted(content.replace("\"", "\\\"")));
  }

  /** Writes everything a web server would hand out. */
  PublicLog written() throws Exception {
    put("checkpoint", checkpoint().getBytes(UTF_8));
    put("key", (key + "\n").getBytes(UTF_8));
    for (int from = 0; from < size(); from += Tiles.WIDTH) {
      int width = Math.min(Tiles.WIDTH, size() - from);
      var bundle = new ByteArrayOutputStream();
      for (String line : lines.subList(from, from + width)) {
        byte[] leaf = line.getBytes(UTF_8);
        bundle.write(leaf.length >> 8);
        bundle.write(leaf.length);
        bundle.writeBytes(leaf);
      }
      put(Tiles.place("entries", from / Tiles.WIDTH, width), bundle.toByteArray());
      put(
          Tiles.place("0", from / Tiles.WIDTH, width),
          LogSource.joined(leaves.subList(from, from + width)));
    }
    if (size() >= Tiles.WIDTH) {
      List<byte[]> roots = new ArrayList<>();
      for (int from = 0; from + Tiles.WIDTH <= size(); from += Tiles.WIDTH) {
        roots.add(root(from, from + Tiles.WIDTH));
      }
      put(Tiles.place("1", 0, roots.size()), LogSource.joined(roots));
    }
    return this;
  }

  private void put(String place, byte[] bytes) throws Exception {
    Path file = directory.resolve(place);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  /** Changes one byte of a file. */
  void flip(String place, int at) throws Exception {
    Path file = directory.resolve(place);
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
