package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * 抽取验证包: what a stranger took home of a draw, checked as it came, in memory and without a file
 * being written. It is read by its directory, and every byte of it belongs to one file, so that no
 * other program unpacks something else of it than was checked here.
 */
final class DrawPackage {
  /** A package has six files. */
  static final int MOST_FILES = 16;

  /** Of one file unpacked: a draw of 200,000 subjects takes a tenth of it. */
  static final int MOST_BYTES = 400_000_000;

  private static final String JSON = ".json";
  private static final String PROOF = "commit-proof.json";
  private static final String CHECKPOINT = "checkpoint";

  private static final int LOCAL = 0x04034b50;
  private static final int LISTED = 0x02014b50;
  private static final int END = 0x06054b50;
  private static final int LOCAL_LENGTH = 30;
  private static final int LISTED_LENGTH = 46;
  private static final int END_LENGTH = 22;

  /** What follows a file whose sizes were not known before it: signature, sum, two sizes. */
  private static final int AFTERWARDS_LENGTH = 16;

  private static final int FLAG_ENCRYPTED = 1;
  private static final int FLAG_AFTERWARDS = 8;
  private static final int STORED = 0;
  private static final int PACKED = 8;

  private final ByteBuffer bytes;
  private final Map<String, Packed> files = new LinkedHashMap<>();

  private DrawPackage(byte[] archive) {
    this.bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A file of it as its directory lists it; where its content begins. */
  private record Packed(String name, int method, int from, int length, int unpacked, long sum) {}

  /**
   * Whether a zip is one: it does not begin with the index of a case file, and with a file of JSON.
   */
  static boolean is(byte[] archive) {
    if (!CaseFile.is(archive) || archive.length < LOCAL_LENGTH) {
      return false;
    }
    int length = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getShort(26) & 0xffff;
    int end = Math.min(archive.length, LOCAL_LENGTH + length);
    String first = new String(archive, LOCAL_LENGTH, end - LOCAL_LENGTH, UTF_8);
    return first.endsWith(JSON) && !first.equals(CaseFile.INDEX);
  }

  /**
   * Checks one.
   *
   * @return what is said of it
   * @throws Refused naming what is wrong
   */
  static String check(byte[] archive) {
    var read = new DrawPackage(archive);
    try {
      read.list();
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new Refused(Code.MALFORMED, "the package is cut off, or not put together as a zip is");
    }
    return read.compare();
  }

  private String compare() {
    List<String> bundles =
        files.keySet().stream().filter(name -> name.endsWith(JSON) && !name.equals(PROOF)).toList();
    must(bundles.size() == 1, "a package has the bundle of one draw, this one has " + bundles);
    String name = bundles.getFirst();
    Bundle bundle = Bundle.read(Json.read(unpacked(name).orElseThrow()));
    must(
        name.equals(bundle.commit().drawId() + JSON),
        name + " is the bundle of " + bundle.commit().drawId());
    Check.bundle(bundle);
    return "%s; %s%s".formatted(Verify.remarks(bundle), ledger(), besides(name));
  }

  /** Programs and texts, of which nothing says what they have to be; damage is found. */
  private String besides(String bundle) {
    List<String> besides =
        files.keySet().stream()
            .filter(name -> !List.of(bundle, PROOF, CHECKPOINT).contains(name))
            .toList();
    besides.forEach(this::unpacked);
    return besides.isEmpty()
        ? ""
        : "; not checked, they are of whoever packed them: " + String.join(", ", besides);
  }

  /** Whoever is to sign a checkpoint is nothing the package may say itself. */
  private String ledger() {
    Optional<byte[]> proof = unpacked(PROOF);
    Optional<byte[]> checkpoint = unpacked(CHECKPOINT);
    must(
        proof.isPresent() == checkpoint.isPresent(),
        PROOF + " and " + CHECKPOINT + " belong together, one of them is missing");
    return proof
        .map(one -> PROOF + ": " + Proof.check(one, checkpoint.orElseThrow(), List.of()))
        .orElse("no proof of the ledger in it");
  }

  private void list() {
    int end = bytes.limit() - END_LENGTH;
    must(
        end >= 0 && bytes.getInt(end) == END && bytes.getShort(end + 20) == 0,
        "bytes stand after its directory");
    int count = number(end + 10);
    must(count <= MOST_FILES, "it has " + count + " files, and " + MOST_FILES + " at most");
    int directory = bytes.getInt(end + 16);
    int listed = directory;
    int next = 0;
    for (int i = 0; i < count; i++) {
      must(bytes.getInt(listed) == LISTED, "its directory is damaged");
      next = one(listed, next);
      listed += LISTED_LENGTH + number(listed + 28) + number(listed + 30) + number(listed + 32);
    }
    must(next == directory && listed == end, "bytes of it belong to no file");
  }

  /** One of its directory, which lies where the one before it ended; where it ends. */
  private int one(int listed, int at) {
    String name = text(listed + LISTED_LENGTH, number(listed + 28));
    must(
        name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,99}") && !name.contains(".."),
        "a file is called " + (name.length() > 40 ? name.substring(0, 40) : name));
    int flags = number(listed + 8);
    int method = number(listed + 10);
    int length = bytes.getInt(listed + 20);
    int unpacked = bytes.getInt(listed + 24);
    must(
        (flags & FLAG_ENCRYPTED) == 0 && (method == STORED || method == PACKED),
        name + " is encrypted, or packed in another way");
    must(
        length >= 0 && unpacked >= 0 && unpacked <= MOST_BYTES,
        name + " has more than " + MOST_BYTES + " bytes");
    must(
        bytes.getInt(listed + 42) == at
            && bytes.getInt(at) == LOCAL
            && number(at + 6) == flags
            && number(at + 8) == method
            && text(at + LOCAL_LENGTH, number(at + 26)).equals(name),
        name + " is not where the directory says");
    int from = at + LOCAL_LENGTH + number(at + 26) + number(at + 28);
    long sum = bytes.getInt(listed + 16) & 0xffffffffL;
    must(
        files.put(name, new Packed(name, method, from, length, unpacked, sum)) == null,
        "two files are called " + name);
    return Math.addExact(
        Math.addExact(from, length), (flags & FLAG_AFTERWARDS) == 0 ? 0 : AFTERWARDS_LENGTH);
  }

  private Optional<byte[]> unpacked(String name) {
    Packed file = files.get(name);
    if (file == null) {
      return Optional.empty();
    }
    byte[] content = new byte[file.unpacked()];
    if (file.method() == STORED) {
      must(file.length() == content.length, name + " is shorter or longer than it says");
      bytes.get(file.from(), content);
    } else {
      inflate(file, content);
    }
    var sum = new CRC32();
    sum.update(content);
    must(sum.getValue() == file.sum(), name + " is damaged");
    return Optional.of(content);
  }

  /** Never more than the directory says, whatever is packed. */
  private void inflate(Packed file, byte[] content) {
    var inflater = new Inflater(true);
    try {
      inflater.setInput(bytes.array(), file.from(), file.length());
      int read = 0;
      while (read < content.length) {
        int more = inflater.inflate(content, read, content.length - read);
        must(more > 0, file.name() + " is shorter than it says");
        read += more;
      }
      byte[] beyond = new byte[1];
      must(
          inflater.inflate(beyond) == 0 && inflater.finished() && inflater.getRemaining() == 0,
          file.name() + " is longer than it says");
    } catch (DataFormatException e) {
      throw new Refused(Code.MALFORMED, file.name() + " is damaged");
    } finally {
      inflater.end();
    }
  }

  private int number(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  private String text(int at, int length) {
    byte[] name = new byte[length];
    bytes.get(at, name);
    return new String(name, UTF_8);
  }

  private static void must(boolean holds, String why) {
    Refused.unless(holds, Code.MALFORMED, why);
  }
}
