package cn.doublerandom.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code java -jar verifier.jar FILE…}: one line per file, exit status 0 only if all are OK. */
public final class Verify {
  private Verify() {}

  /** What was found: {@code code} is null where everything holds. */
  public record Verdict(Code code, String detail) {
    public boolean isOk() {
      return code == null;
    }
  }

  /**
   * Checks the bytes of one bundle, of its package, or of a case file; never throws on bad input.
   */
  public static Verdict check(byte[] bundle) {
    try {
      if (DrawPackage.is(bundle)) {
        return new Verdict(null, DrawPackage.check(bundle));
      }
      if (CaseFile.is(bundle)) {
        return new Verdict(null, CaseFile.check(bundle, null));
      }
      Bundle read = Bundle.read(Json.read(bundle));
      Check.bundle(read);
      return new Verdict(null, remarks(read) + "; ledger not checked");
    } catch (Refused e) {
      return new Verdict(e.code, e.getMessage());
    } catch (StackOverflowError | ArithmeticException e) {
      return new Verdict(Code.MALFORMED, "numbers or nesting beyond any real draw");
    }
  }

  /**
   * Whether the log a checkpoint is of signed it.
   *
   * @param keys verifier keys, of which that named like the log counts
   */
  public static boolean isSigned(byte[] checkpoint, List<String> keys) {
    try {
      Note note = Note.read(checkpoint);
      return keys.stream()
          .map(Note.Key::read)
          .anyMatch(key -> key.name().equals(note.origin()) && note.isSignedBy(key));
    } catch (Refused e) {
      return false;
    }
  }

  static String remarks(Bundle bundle) {
    String entropy =
        switch (bundle.result().entropy()) {
          case Entropy.Revealed.Ceremony c ->
              "; ceremony of " + c.contributions().size() + " witnesses";
          case Entropy.Revealed.Lottery l ->
              "; compare with the official bulletin: %s %s of %s, numbers %s"
                  .formatted(
                      l.source(),
                      l.issue(),
                      ((Entropy.Committed.Lottery) bundle.commit().entropy()).drawnAt(),
                      l.numbers());
          case Entropy.Revealed.Drand d ->
              "; drand round " + d.round() + ", BLS signature not checked by this program";
        };
    return "commit " + bundle.commitHash() + entropy;
  }

  private static final String UNLISTED = "--unlisted";

  private static final String USAGE =
      """
      用法 usage: verify FILE...                          抽取数据 draw bundles (json)
                  verify FILE.zip                         抽取验证包、卷宗 the package of a draw, unpacked in
                                                          memory alone; the bundle of an archived case file
                  verify case-file FILE.zip SHA256        卷宗 the same, against the hash in the ledger
                  verify ledger [--unlisted] DIR [KEY...] 公开导出 a public export, from its files alone;
                                                          unlisted: without a signed list of its files
                  verify proof PROOF CHECKPOINT [KEY...]  证明 an inclusion or consistency proof
                  verify notice WHAT [--seen FILE] [KEY...]
                                                          公告 where a notice stands in the log of notices:
                                                          its address, a PDF of its page, or its proof
                  verify notices WHERE [--seen FILE] [KEY...]
                                                          公示账本 a whole log of notices: address or directory
                  verify witness NAME DIR PORT KEYS-FILE  外部见证人 serve as an outside witness (loopback)
      """;

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> rest = List.of(arguments);
    if (rest.isEmpty() || rest.getFirst().startsWith("-")) {
      out.print(USAGE);
      System.exit(2);
    }
    if (rest.getFirst().equals("witness")) {
      witness(rest.subList(1, rest.size()), out);
    } else {
      System.exit(run(rest, out));
    }
  }

  /** What a command line that ends by itself says; the exit status. */
  public static int run(List<String> arguments, PrintStream out) {
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.getFirst()) {
      case "ledger" -> ledger(rest, out);
      case "proof" -> proof(rest, out);
      case "case-file" -> caseFile(rest, out);
      case "notice" -> notices(rest, out, NoticeCheck::notice);
      case "notices" -> notices(rest, out, NoticeCheck::log);
      default -> run(arguments.toArray(String[]::new), out);
    };
  }

  /** Checks an export; 0 where all of it holds. */
  static int ledger(List<String> arguments, PrintStream out) {
    boolean isListed = !arguments.contains(UNLISTED);
    List<String> given = arguments.stream().filter(one -> !one.equals(UNLISTED)).toList();
    if (given.isEmpty()) {
      out.print(USAGE);
      return 2;
    }
    try {
      Ledger.check(Path.of(given.getFirst()), given.subList(1, given.size()), isListed)
          .forEach(out::println);
      return 0;
    } catch (Refused e) {
      out.println(e.code + " " + e.code.chinese() + "  " + e.getMessage());
    } catch (IOException e) {
      out.println("UNREADABLE " + unreadable(e));
    }
    return 1;
  }

  /** Checks a proof; 0 where it holds. */
  static int proof(List<String> arguments, PrintStream out) {
    if (arguments.size() < 2) {
      out.print(USAGE);
      return 2;
    }
    try {
      out.println(
          "OK "
              + Proof.check(
                  Path.of(arguments.get(0)),
                  Path.of(arguments.get(1)),
                  arguments.subList(2, arguments.size())));
      return 0;
    } catch (Refused e) {
      out.println(e.code + " " + e.code.chinese() + "  " + e.getMessage());
    } catch (IOException e) {
      out.println("UNREADABLE " + unreadable(e));
    }
    return 1;
  }

  /** Checks a case file against the ledger's hash; 0 where it holds. */
  static int caseFile(List<String> arguments, PrintStream out) {
    if (arguments.size() != 2) {
      out.print(USAGE);
      return 2;
    }
    try {
      byte[] file = Files.readAllBytes(Path.of(arguments.get(0)));
      out.println("OK " + CaseFile.check(file, arguments.get(1)));
      return 0;
    } catch (Refused e) {
      out.println(e.code + " " + e.code.chinese() + "  " + e.getMessage());
    } catch (IOException e) {
      out.println("UNREADABLE " + unreadable(e));
    }
    return 1;
  }

  /** What is asked of the log of notices, see {@link NoticeCheck}. */
  private interface Asked {
    List<String> of(String what, List<String> keys, Path seen) throws IOException;
  }

  private static int notices(List<String> arguments, PrintStream out, Asked asked) {
    List<String> keys = new ArrayList<>(arguments);
    int option = keys.indexOf("--seen");
    Path seen = null;
    if (option >= 0 && option + 1 < keys.size()) {
      seen = Path.of(keys.remove(option + 1));
      keys.remove(option);
    }
    if (keys.isEmpty() || keys.stream().anyMatch(word -> word.startsWith("-"))) {
      out.print(USAGE);
      return 2;
    }
    try {
      asked.of(keys.getFirst(), keys.subList(1, keys.size()), seen).forEach(out::println);
      return 0;
    } catch (Refused e) {
      out.println(e.code + " " + e.code.chinese() + "  " + e.getMessage());
    } catch (IOException e) {
      out.println("UNREADABLE " + unreadable(e));
    }
    return 1;
  }

  /** Of a missing file the JDK says only the name. */
  private static String unreadable(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing ->
          "没有文件，请核对 there is no such file; look it up: " + missing.getFile();
      case Unanswered unanswered -> unanswered.getMessage();
      default ->
          "无法读取，应为文件或导出目录 cannot be read, a file or an export was expected: "
              + failure.getMessage();
    };
  }

  private static void witness(List<String> arguments, PrintStream out)
      throws IOException, InterruptedException {
    if (arguments.size() != 4 || !arguments.get(2).matches("[0-9]{1,5}")) {
      out.print(USAGE);
      System.exit(2);
    }
    List<String> logs =
        Files.readAllLines(Path.of(arguments.get(3))).stream().filter(k -> !k.isBlank()).toList();
    var witness =
        Witness.start(
            arguments.get(0), Path.of(arguments.get(1)), logs, Integer.parseInt(arguments.get(2)));
    out.println("witness " + witness.verifierKey() + " on port " + witness.port());
    Thread.currentThread().join();
  }

  /** The exit status: 0 all OK, 1 something is wrong or unreadable. */
  static int run(String[] files, PrintStream out) {
    int status = 0;
    for (String file : files) {
      try {
        Verdict verdict = check(Files.readAllBytes(Path.of(file)));
        out.println(
            verdict.isOk()
                ? "OK " + file + " (" + verdict.detail() + ")"
                : "%s %s: %s  %s"
                    .formatted(verdict.code(), file, verdict.code().chinese(), verdict.detail()));
        status |= verdict.isOk() ? 0 : 1;
      } catch (IOException e) {
        out.println("UNREADABLE " + file + ": " + unreadable(e));
        status = 1;
      }
    }
    return status;
  }
}
