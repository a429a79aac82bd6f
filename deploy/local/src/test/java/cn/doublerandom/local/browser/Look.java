package cn.doublerandom.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * How somebody reads.
 *
 * @param language {@code zh} or {@code en}
 * @param width of the window, in CSS pixels
 */
public record Look(String language, int width, boolean isDark, boolean isLarge) {
  /** A telephone, a tablet, a desk (docs/pages.md). */
  public static final int PHONE = 390;

  public static final int TABLET = 768;
  public static final int DESK = 1440;

  /** What a desk of {@link #DESK} has left where everything is twice as large. */
  public static final int DESK_AT_200_PERCENT = DESK / 2;

  private static final int HEIGHT = 900;

  public static Look of(String language, int width) {
    return new Look(language, width, false, false);
  }

  public Look dark() {
    return new Look(language, width, true, isLarge);
  }

  public Look large() {
    return new Look(language, width, isDark, true);
  }

  public boolean isEnglish() {
    return language.equals("en");
  }

  Browser.NewContextOptions context() {
    return new Browser.NewContextOptions()
        .setLocale(isEnglish() ? "en-GB" : "zh-CN")
        .setTimezoneId("Asia/Shanghai")
        .setColorScheme(isDark ? ColorScheme.DARK : ColorScheme.LIGHT)
        .setViewportSize(width, HEIGHT);
  }

  /** For the name of a picture, for example {@code en-390-dark}. */
  @Override
  public String toString() {
    return language + "-" + width + (isDark ? "-dark" : "") + (isLarge ? "-large" : "");
  }
}
