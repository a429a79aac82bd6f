package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.PageAddress;
import io.quarkus.qute.HtmlEscaper;
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

  private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of());

  private final List<Piece> pieces;
  private final String end;
  private final int length;

  /**
   * @param before what stands before the place
   * @param inAddress whether the place is a part of an address, where words are encoded
   */
  private record Piece(String before, int place, boolean inAddress) {}

  /**
   * Words for a place.
   *
   * @param html whether they are HTML already, else text
   */
  record Words(String words, boolean html) {
    private String as(boolean inAddress) {
      if (inAddress) {
        return PageAddress.encoded(words);
      }
      return html ? words : ESCAPER.map(words, null);
    }
  }

  private Mould(List<Piece> pieces, String end) {
    this.pieces = List.copyOf(pieces);
    this.end = end;
    this.length = end.length() + pieces.stream().mapToInt(piece -> piece.before().length()).sum();
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
      pieces.add(new Piece(rendered.substring(from, marks.start()), place, inAddress));
      from = marks.end();
    }
    return new Mould(pieces, rendered.substring(from));
  }

  /** Writes what it makes of words. */
  void fill(List<Words> words, StringBuilder to) {
    to.ensureCapacity(to.length() + length);
    for (Piece piece : pieces) {
      to.append(piece.before()).append(words.get(piece.place()).as(piece.inAddress()));
    }
    to.append(end);
  }
}
