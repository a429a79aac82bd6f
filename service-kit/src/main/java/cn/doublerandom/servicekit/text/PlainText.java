package cn.doublerandom.servicekit.text;

/**
 * Text that needs no closer look: only signs of ASCII that can be seen, spaces, Han characters, 、
 * and 。. All of them can be read, can be seen and are themselves in every normal form. So are most
 * cells of a table.
 */
final class PlainText {
  private PlainText() {}

  static boolean isOne(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c <= '~')
        || (c >= '\u4e00' && c <= '\u9fff')
        || c == '\u3001'
        || c == '\u3002';
  }
}
