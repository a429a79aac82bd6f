package cn.doublerandom.servicekit.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of an element that has begun, collected no further than it is refused as too long: it
 * may come in pieces without end, each of them short.
 */
final class XmlText {
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  /** {@code _x000D_} is one sign, so what is cut off here is too long when it is read. */
  private static final int MOST = 7 * (TableFile.MAX_CELL + 1);

  private final StringBuilder text = new StringBuilder();

  private XmlText() {}

  private void add(XMLStreamReader xml) throws XMLStreamException {
    int room = MOST - text.length();
    if (room > 0) {
      String piece = xml.getText();
      text.append(piece, 0, Math.min(room, piece.length()));
    }
  }

  private static boolean isText(int event) {
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** Of an element that holds nothing else. */
  static String plain(XMLStreamReader xml) throws XMLStreamException {
    var collected = new XmlText();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        throw new XMLStreamException("an element within text");
      } else if (isText(event)) {
        collected.add(xml);
      }
    }
    return collected.text.toString();
  }

  /** Of a cell or a shared text, without what only says how it is spoken. */
  static String rich(XMLStreamReader xml) throws XMLStreamException {
    var collected = new XmlText();
    boolean inText = false;
    int spoken = 0;
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        spoken += xml.getLocalName().equals("rPh") ? 1 : 0;
        inText = xml.getLocalName().equals("t");
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        spoken -= xml.getLocalName().equals("rPh") ? 1 : 0;
        inText = false;
      } else if (isText(event) && inText && spoken == 0) {
        collected.add(xml);
      }
    }
    return unescaped(collected.text.toString());
  }

  /** {@code _x000D_} stands for the character of that number (ECMA-376 part 1, 22.9.2.19). */
  static String unescaped(String text) {
    return text.indexOf("_x") < 0
        ? text
        : ESCAPED
            .matcher(text)
            .replaceAll(m ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(m.group(1), 16))));
  }
}
