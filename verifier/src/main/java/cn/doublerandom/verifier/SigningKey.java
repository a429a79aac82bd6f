package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
import java.util.List;

/**
 * A witness's own Ed25519 key, kept in a file: the private key, and the verifier key for others.
 */
final class SigningKey {
  final String name;
  final String verifierKey;
  private final PrivateKey key;
  private final byte[] hash;

  private SigningKey(String name, String verifierKey, PrivateKey key) {
    this.name = name;
    this.verifierKey = verifierKey;
    this.key = key;
    this.hash = Hash.bytes(Note.Key.read(verifierKey).hash());
  }

  /** The key in the file; made there, readable by its owner alone, where there is none. */
  static SigningKey keptIn(Path file, String name) throws IOException {
    try {
      if (!Files.exists(file)) {
        create(file, name);
      }
      List<String> lines = Files.readAllLines(file);
      byte[] typed = Base64.getDecoder().decode(lines.get(0).split("\\+", 5)[4]);
      PrivateKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(
                  new EdECPrivateKeySpec(
                      NamedParameterSpec.ED25519, Arrays.copyOfRange(typed, 1, typed.length)));
      return new SigningKey(lines.get(1).split("\\+", 3)[0], lines.get(1), key);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new IOException("不是密钥 not a key: " + file, e);
    }
  }

  private static void create(Path file, String name) throws GeneralSecurityException, IOException {
    if (!name.matches("[^\\s+]{1,200}")) {
      throw new IOException("不能作密钥的名称 no name for a key: " + name);
    }
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = pair.getPublic().getEncoded();
    byte[] open = typed(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    byte[] secret = typed(((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow());
    String hash =
        Hash.hex(Arrays.copyOf(Hash.sha256(name.getBytes(UTF_8), new byte[] {'\n'}, open), 4));
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Base64.Encoder base64 = Base64.getEncoder();
    Files.writeString(
        file,
        "PRIVATE+KEY+%s+%s+%s\n%s+%s+%s\n"
            .formatted(
                name,
                hash,
                base64.encodeToString(secret),
                name,
                hash,
                base64.encodeToString(open)));
  }

  private static byte[] typed(byte[] raw) {
    return ByteBuffer.allocate(33).put(Note.COSIGNATURE).put(raw).array();
  }

  /** The signature line of a witness who saw the checkpoint at that time, in seconds. */
  String cosign(String text, long time) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(Note.cosigned(text, time));
      byte[] signed = signature.sign();
      byte[] line =
          ByteBuffer.allocate(12 + signed.length).put(hash).putLong(time).put(signed).array();
      return "— " + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has Ed25519", e);
    }
  }
}
