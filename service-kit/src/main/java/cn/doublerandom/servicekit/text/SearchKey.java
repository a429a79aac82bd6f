package cn.doublerandom.servicekit.text;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a name is found by, however it was typed: one width, one case, one kind of bracket, radicals
 * as the signs they look like (UAX 15 NFKC and UAX 38), no space and nothing unseen.
 */
public final class SearchKey {
  /** The brackets that people write for （ and ）. */
  private static final String OPENING = "[{〔【〖〘〚〈《「『⟨⟪❨❪❬❮❲❴﹝";

  private static final String CLOSING = "]}〕】〗〙〛〉》」』⟩⟫❩❫❭❯❳❵﹞";
  private static final String DOTS = "·•・‧∙⋅・᛫․";
  private static final String DASHES = "‐‑‒–—―−─";

  /**
   * Radicals that Unicode does not decompose, and the signs they look like
   * (EquivalentUnifiedIdeograph.txt).
   */
  private static final String RADICALS =
      "⺁厂⺃乚⺄乙⺅亻⺇几⺈刀⺉刂⺋㔾⺎尢⺏尣⺐尢⺑尢⺒巳⺓幺⺔彑⺖忄⺗㣺⺘扌⺙攵⺛旡⺝月⺞歺⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺪疋⺫罒⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳网"
          + "⺶羊⺸羋⺹耂⺺肀⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辶⻍辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马"
          + "⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀";

  private static final Map<Integer, Integer> SAME = same();

  private SearchKey() {}

  private static Map<Integer, Integer> same() {
    Map<Integer, Integer> same = new HashMap<>();
    int[] pairs = RADICALS.codePoints().toArray();
    for (int i = 0; i < pairs.length; i += 2) {
      same.put(pairs[i], pairs[i + 1]);
    }
    OPENING.codePoints().forEach(c -> same.put(c, (int) '('));
    CLOSING.codePoints().forEach(c -> same.put(c, (int) ')'));
    DOTS.codePoints().forEach(c -> same.put(c, (int) '·'));
    DASHES.codePoints().forEach(c -> same.put(c, (int) '-'));
    return Map.copyOf(same);
  }

  /** The key of a text; empty where nothing visible stands in it. */
  public static String of(String text) {
    String narrow = TextGuard.normalized(TextGuard.compact(text), Normalizer.Form.NFKC);
    String folded = narrow.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    var key = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(c -> !isSelector(c))
        .forEach(c -> key.appendCodePoint(SAME.getOrDefault(c, c)));
    return TextGuard.compact(key.toString());
  }

  /** Selectors choose a shape of the sign before them, not another sign. */
  private static boolean isSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }
}
