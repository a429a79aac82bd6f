package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/**
 * A signed checkpoint (c2sp.org/signed-note, tlog-checkpoint).
 *
 * @param text what is signed, up to and with the newline before the empty line
 * @param signatures name and bytes of every signature line
 */
record Note(
    String text, String origin, long size, String rootHex, List<SignedText.Line> signatures) {
  private static final int MAX_LENGTH = 1 << 20;
  private static final byte[] X509_ED25519 = Hash.bytes("302a300506032b6570032100");
  static final byte ED25519 = 1;
  static final byte COSIGNATURE = 4;

  byte[] root() {
    return Hash.bytes(rootHex);
  }

  /** The note as it was read, each signature on its line. */
  String whole() {
    var all = new StringBuilder(text).append('\n');
    for (SignedText.Line line : signatures) {
      all.append("— ")
          .append(line.name())
          .append(' ')
          .append(Base64.getEncoder().encodeToString(line.bytes()))
          .append('\n');
    }
    return all.toString();
  }

  /** The extension lines after the root that begin with a word. */
  List<String> lines(String word) {
    return text.lines().skip(3).filter(line -> line.startsWith(word)).toList();
  }

  /**
   * Whose signatures are believed.
   *
   * @param type 1 for a log, 4 for a witness
   */
  record Key(String name, byte type, String hash, PublicKey key) {
    /** Reads {@code name+hash+base64}. */
    static Key read(String verifierKey) {
      String[] parts = verifierKey.strip().split("\\+", 3);
      try {
        byte[] typed = Base64.getDecoder().decode(parts.length == 3 ? parts[2] : "");
        if (typed.length != 33 || (typed[0] != ED25519 && typed[0] != COSIGNATURE)) {
          throw new Refused(Code.MALFORMED, "not a verifier key: " + verifierKey);
        }
        String hash =
            Hash.hex(
                Arrays.copyOf(Hash.sha256(parts[0].getBytes(UTF_8), new byte[] {'\n'}, typed), 4));
        if (!hash.equals(parts[1])) {
          throw new Refused(Code.MALFORMED, "verifier key with a wrong hash: " + verifierKey);
        }
        byte[] encoded = Arrays.copyOf(X509_ED25519, X509_ED25519.length + 32);
        System.arraycopy(typed, 1, encoded, X509_ED25519.length, 32);
        return new Key(
            parts[0],
            typed[0],
            hash,
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      } catch (GeneralSecurityException | IllegalArgumentException e) {
        throw new Refused(Code.MALFORMED, "not a verifier key: " + verifierKey);
      }
    }

    /** The same key under another name, for another log of the same house. */
    Key named(String other) {
      String hex =
          Hash.hex(
              Arrays.copyOf(Hash.sha256(other.getBytes(UTF_8), new byte[] {'\n', type}, raw()), 4));
      return new Key(other, type, hex, key);
    }

    private byte[] raw() {
      byte[] encoded = key.getEncoded();
      return Arrays.copyOfRange(encoded, X509_ED25519.length, encoded.length);
    }

    boolean signed(byte[] message, byte[] signature) {
      try {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(message);
        return check.verify(signature);
      } catch (GeneralSecurityException e) {
        return false;
      }
    }
  }

  static Note read(byte[] bytes) {
    SignedText note = SignedText.read(bytes, "a note", MAX_LENGTH);
    String[] lines = note.text().split("\n", -1);
    Refused.unless(
        lines.length >= 4 && !lines[0].isEmpty() && lines[1].matches("0|[1-9][0-9]{0,17}"),
        Code.MALFORMED,
        "a checkpoint has an origin, a size and a root");
    byte[] root = SignedText.decode(lines[2]);
    Refused.unless(root.length == 32, Code.MALFORMED, "a root hash has 32 bytes");
    return new Note(
        note.text(), lines[0], Long.parseLong(lines[1]), Hash.hex(root), note.signatures());
  }

  private List<byte[]> by(Key key) {
    return new SignedText(text, signatures).by(key);
  }

  /** Whether the key signed this checkpoint; a witness's key over the time it saw it. */
  boolean isSignedBy(Key key) {
    return by(key).stream().anyMatch(signature -> isSigned(key, signature));
  }

  /**
   * When a witness saw this checkpoint, in seconds of its own clock; empty where it did not sign.
   */
  OptionalLong cosignedAt(Key witness) {
    return by(witness).stream()
        .filter(signature -> signature.length == 72 && isSigned(witness, signature))
        .mapToLong(signature -> ByteBuffer.wrap(signature).getLong())
        .min();
  }

  private boolean isSigned(Key key, byte[] signature) {
    if (key.type() == ED25519) {
      return key.signed(text.getBytes(UTF_8), signature);
    } else if (signature.length != 72) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    return key.signed(cosigned(text, time), Arrays.copyOfRange(signature, 8, signature.length));
  }

  /** What a witness signs (c2sp.org/tlog-cosignature). */
  static byte[] cosigned(String text, long time) {
    return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(UTF_8);
  }
}
