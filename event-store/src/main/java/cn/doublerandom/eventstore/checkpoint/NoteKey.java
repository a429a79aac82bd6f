package cn.doublerandom.eventstore.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.eventstore.SecretFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * An Ed25519 key that signs notes (c2sp.org/signed-note).
 *
 * <p>Its file has two lines, the private key {@code PRIVATE+KEY+name+hash+base64} and the verifier
 * key {@code name+hash+base64}; the second is what everybody may know.
 */
public final class NoteKey {
  private static final byte ED25519 = 1;
  private static final int RAW_KEY = 32;

  private final String name;
  private final PrivateKey key;
  private final byte[] publicKey;

  private NoteKey(String name, PrivateKey key, byte[] publicKey) {
    this.name = name;
    this.key = key;
    this.publicKey = publicKey;
  }

  /** A new key under a name, which for a log is its origin: no spaces, no plus signs. */
  public static NoteKey create(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      byte[] encoded = pair.getPublic().getEncoded();
      return new NoteKey(
          checked(name),
          pair.getPrivate(),
          Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }

  /** Reads a key file. */
  public static NoteKey read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] secret = lines.getFirst().split("\\+", 5);
    String[] open = lines.size() < 2 ? new String[0] : lines.get(1).split("\\+", 3);
    if (secret.length != 5 || open.length != 3 || !lines.getFirst().startsWith("PRIVATE+KEY+")) {
      throw new IOException("not a note key: " + file);
    }
    try {
      byte[] seed = Base64.getDecoder().decode(secret[4]);
      byte[] publicKey = Base64.getDecoder().decode(open[2]);
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(
                      NamedParameterSpec.ED25519, Arrays.copyOfRange(seed, 1, seed.length)));
      return new NoteKey(open[0], key, Arrays.copyOfRange(publicKey, 1, publicKey.length));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException("not a note key: " + file, e);
    }
  }

  /** The key kept in a file readable by its owner alone; made on first use. */
  public static NoteKey keptIn(Path file, String name) throws IOException {
    if (!Files.exists(file)) {
      SecretFile.makeOnce(file, create(name).content());
    }
    return read(file);
  }

  /**
   * The same key under another name, for another log of the same house: what it signs there is told
   * apart by the hash of the key, and nobody keeps a second secret.
   */
  public NoteKey named(String other) {
    return new NoteKey(checked(other), key, publicKey);
  }

  private static String checked(String name) {
    if (!name.matches("[^\\s+]{1,200}")) {
      throw new IllegalArgumentException("no name for a key: " + name);
    }
    return name;
  }

  private String content() {
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    return "PRIVATE+KEY+%s+%s+%s\n%s\n"
        .formatted(
            name,
            HexFormat.of().formatHex(hash()),
            Base64.getEncoder().encodeToString(typed(seed)),
            verifierKey());
  }

  private static byte[] typed(byte[] raw) {
    return ByteBuffer.allocate(1 + raw.length).put(ED25519).put(raw).array();
  }

  /** First four bytes of {@code SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key)}. */
  private byte[] hash() {
    return Arrays.copyOf(
        MerkleTree.sha256(name.getBytes(UTF_8), new byte[] {'\n'}, typed(publicKey)), 4);
  }

  public String name() {
    return name;
  }

  /** {@code name+hash+base64}: what everybody may know. */
  public String verifierKey() {
    return name
        + "+"
        + HexFormat.of().formatHex(hash())
        + "+"
        + Base64.getEncoder().encodeToString(typed(publicKey));
  }

  /** The text of a note with the line of its signature; the text ends with a newline. */
  public String sign(String text) {
    byte[] signed = signature(text);
    String line =
        Base64.getEncoder()
            .encodeToString(ByteBuffer.allocate(4 + signed.length).put(hash()).put(signed).array());
    return text + "\n— " + name + " " + line + "\n";
  }

  /** Vouches for a record and all before it in its lane; always the same for the same hash. */
  public String seal(String hash) {
    return Base64.getEncoder().encodeToString(signature(LogKeys.SEAL + hash + "\n"));
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }
}
