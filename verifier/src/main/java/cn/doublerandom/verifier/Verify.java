package cn.doublerandom.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code java -jar verifier.jar FILE…}: one line per file, exit status 0 only if all are OK. */
public final class Verify {
  private Verify() {}

  /** What was found: {@code code} is null where everything holds. */
  public record Verdict(Code code, String detail) {
    public boolean isOk() {
      return code == null;
    }
  }

  /** Checks the bytes of one bundle; never throws on bad input. */
  public static Verdict check(byte[] bundle) {
    try {
      Bundle read = Bundle.read(Json.read(bundle));
      Check.bundle(read);
      return new Verdict(null, remarks(read));
    } catch (Refused e) {
      return new Verdict(e.code, e.getMessage());
    } catch (StackOverflowError | ArithmeticException e) {
      return new Verdict(Code.MALFORMED, "numbers or nesting beyond any real draw");
    }
  }

  private static String remarks(Bundle bundle) {
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
              "; drand round " + d.round() + ", BLS signature not checked here";
        };
    return "commit " + bundle.commitHash() + entropy + "; ledger not checked";
  }

  public static void main(String[] files) {
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (files.length == 0) {
      out.println("usage: verify FILE...");
      System.exit(2);
    }
    System.exit(run(files, out));
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
                : verdict.code() + " " + file + ": " + verdict.detail());
        status |= verdict.isOk() ? 0 : 1;
      } catch (IOException e) {
        out.println("UNREADABLE " + file + ": " + e.getMessage());
        status = 1;
      }
    }
    return status;
  }
}
