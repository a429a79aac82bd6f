package cn.doublerandom.servicekit.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a template made once, with places left open for the words in which one asking differs from
 * the next: between them stands what is the same for all.
 *
 * <pre>
 * template ─ rendered with marks ─ cut at them ─ filled, as often as it is asked for
 * </pre>
 */
final class Mould {
  /** Places of one page; a mark is one of so many characters that no script has. */
  static final int MOST_PLACES = 64;

  private static final char FIRST = '\uE000';
  private static final int DIGITS = 0x80;

  /** As it stands in a text, and as it stands in a part of an address. */
  private static final Pattern MARK = Pattern.compile("([\uE000-\uE03F])|%EE%80%([89AB][0-9A-F])");

  /** What is left of a mark that stands in an address within an address: no place is cut there. */
  private static final String TOO_DEEP = "%25EE%2580%25";

  private final List<Piece> pieces;
  private final byte[] end;

  /** What stands before a place; a record would compare its bytes by where they lie. */
  private static final class Piece {
    private final byte[] before;
    private final int place;

    /** Whether the place is a part of an address, where words are encoded. */
    private final boolean inAddress;

    Piece(byte[] before, int place, boolean inAddress) {
      this.before = before;
      this.place = place;
      this.inAddress = inAddress;
    }
  }

  /** What is written into a place. */
  sealed interface Words {
    /**
     * @param inAddress whether it is a part of an address
     */
    void to(Utf8 out, boolean inAddress);

    /** Words as somebody typed them. */
    record Text(String words) implements Words {
      @Override
      public void to(Utf8 out, boolean inAddress) {
        if (inAddress) {
          out.address(words);
        } else {
          out.text(words);
        }
      }
    }

    /** What is HTML already, which stands in no address. */
    record Html(Utf8 made) implements Words {
      @Override
      public void to(Utf8 out, boolean inAddress) {
        out.raw(made);
      }
    }
  }

  private Mould(List<Piece> pieces, byte[] end) {
    this.pieces = List.copyOf(pieces);
    this.end = end;
  }

  /** What stands for a place where the template is rendered. */
  static String mark(int place) {
    if (place >= MOST_PLACES) {
      throw new IllegalStateException("no more than " + MOST_PLACES + " places in a page");
    }
    return String.valueOf((char) (FIRST + place));
  }

  /** Cuts what was rendered at its marks. */
  static Mould of(String rendered) {
    if (rendered.contains(TOO_DEEP)) {
      throw new IllegalStateException("a place in an address within an address");
    }
    List<Piece> pieces = new ArrayList<>();
    Matcher marks = MARK.matcher(rendered);
    int from = 0;
    while (marks.find()) {
      boolean inAddress = marks.group(1) == null;
      int place =
          inAddress
              ? Integer.parseInt(marks.group(2), 16) - DIGITS
              : marks.group(1).charAt(0) - FIRST;
      pieces.add(new Piece(utf8(rendered.substring(from, marks.start())), place, inAddress));
      from = marks.end();
    }
    return new Mould(pieces, utf8(rendered.substring(from)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Writes what it makes of words. */
  void fill(List<? extends Words> words, Utf8 to) {
    for (Piece piece : pieces) {
      to.raw(piece.before);
      words.get(piece.place).to(to, piece.inAddress);
    }
    to.raw(end);
  }
}
