package cn.doublerandom.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a version of a notice stands in the log of notices, as a service gives it at {@code
 * …/proof}. Whoever kept the file needs nobody to check it.
 *
 * @param leaf the line whose hash is a leaf of the tree
 * @param content what the notice said, canonical JSON; empty where it may not be read any more
 * @param latest the latest version the proof knows of
 */
record NoticeProof(
    Note checkpoint,
    long index,
    String leaf,
    List<byte[]> path,
    Optional<String> content,
    long latest) {
  private static final Pattern LEAF =
      Pattern.compile(
          "dr/notice/1 (plan|programme|bulletin|commitment|draw|result) (\\S{1,300}) (\\S{1,900})"
              + " ([1-9][0-9]{0,17}) (\\S{1,40}) ([0-9a-f]{64})");
  private static final int MOST_LETTERS = 8 << 20;

  /** Reads a proof; what it does not know it leaves alone. */
  static NoticeProof read(byte[] file) {
    Fields f = Fields.of(Json.read(file), "proof");
    Refused.unless(
        f.has("leaf") && f.has("checkpoint"),
        Code.MALFORMED,
        "no proof of a notice; take it from …/api/v1/{plans|programmes|bulletins|draws|results}/{id}/proof");
    Note note = Note.read(longText(f, "checkpoint").getBytes(UTF_8));
    byte[] root = Hash.bytes(f.hex("root", 32));
    Refused.unless(
        note.size() == f.number("size", 1, Long.MAX_VALUE) && Arrays.equals(note.root(), root),
        Code.CHECKPOINT,
        "the proof speaks of another tree than its checkpoint");
    return new NoticeProof(
        note,
        f.number("index", 0, Long.MAX_VALUE),
        longText(f, "leaf"),
        hashes(f, "path"),
        f.has("content") ? Optional.of(longText(f, "content")) : Optional.empty(),
        latest(f));
  }

  private static String longText(Fields f, String name) {
    Object value = f.take(name);
    f.must(value instanceof String text && text.length() <= MOST_LETTERS, name, "must be a string");
    return (String) value;
  }

  static List<byte[]> hashes(Fields f, String name) {
    List<byte[]> hashes = new ArrayList<>();
    for (Object hash : f.list(name)) {
      f.must(hash instanceof String text && text.matches("[0-9a-f]{64}"), name, "must hold hashes");
      hashes.add(Hash.bytes((String) hash));
    }
    return hashes;
  }

  /** Of the same kind: a draw is told with what was promised before it. */
  private static long latest(Fields f) {
    if (!f.has("versions")) {
      return 0;
    }
    long latest = 0;
    for (Object one : f.list("versions")) {
      if (one instanceof Map<?, ?> leaf
          && leaf.get("version") instanceof Long version
          && leaf.get("kind") instanceof String kind
          && kind.equals(f.take("kind"))) {
        latest = Math.max(latest, version);
      }
    }
    return latest;
  }

  private Matcher fields() {
    Matcher fields = LEAF.matcher(leaf);
    Refused.unless(fields.matches(), Code.MALFORMED, "not a leaf of a log of notices: " + leaf);
    return fields;
  }

  /** What it is called: kind, id and version. */
  String what() {
    Matcher of = fields();
    return of.group(1) + " " + of.group(3) + " version " + of.group(4);
  }

  private long version() {
    return Long.parseLong(fields().group(4));
  }

  /** Refuses the proof of another notice, however well that one stands in the log. */
  void requireOf(NoticeAddress asked) {
    Matcher of = fields();
    Refused.unless(
        asked.asksFor(of.group(1), of.group(3), of.group(4)),
        Code.NOTICE_PROOF,
        "%s was asked for, and the proof given is that of %s".formatted(asked.proof(), what()));
  }

  /** Refuses a leaf that does not stand in the tree, and content that is not that of the leaf. */
  void check() {
    String hash = fields().group(6);
    Refused.unless(
        Merkle.includes(leafHash(), index, checkpoint.size(), path, checkpoint.root()),
        Code.NOTICE_PROOF,
        "%s: the path does not lead from leaf %d to the root that was signed for %d"
            .formatted(what(), index + 1, checkpoint.size()));
    content.ifPresent(text ->
        Refused.unless(
            Hash.hex(Hash.sha256(text.getBytes(UTF_8))).equals(hash),
            Code.NOTICE_CONTENT,
            "%s: what it says is not what leaf %d has the hash of".formatted(what(), index + 1)));
  }

  byte[] leafHash() {
    return Merkle.leaf(leaf.getBytes(UTF_8));
  }

  /** Where it stands, in one line. */
  String standing() {
    Matcher of = fields();
    return "%s: leaf %d of %d, root %s, recorded %s, bureau %s%s%s"
        .formatted(
            what(),
            index + 1,
            checkpoint.size(),
            checkpoint.rootHex(),
            of.group(5),
            of.group(2),
            content.isPresent()
                ? "; its content has the hash of the leaf"
                : "; its content may not be read any more, its hash stays",
            latest > version() ? "; there is a later version, " + latest : "");
  }

  /** Members of the content a reader compares with what he has before him. */
  List<String> said() {
    if (content.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (Json.read(content.get().getBytes(UTF_8)) instanceof Map<?, ?> members) {
      for (String name :
          List.of(
              "subjectName",
              "codes",
              "state",
              "phase",
              "publishedOn",
              "executedOn",
              "since",
              "reason",
              "commitHash",
              "resultHash",
              "title")) {
        if (members.get(name) != null) {
          lines.add("   " + name + ": " + members.get(name));
        }
      }
    }
    return lines;
  }
}
