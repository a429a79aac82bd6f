package cn.doublerandom.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of this machine; none is ever downloaded. To be used by one thread. */
public final class Chromium implements AutoCloseable {
  /** What a run says where it could not look at a page. */
  public static final String MISSING =
      "本机没有 Chromium，浏览器检验没有做：请安装（apt-get install chromium）后重跑"
          + "  no Chromium is installed here, so no page was looked at in a browser";

  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    // The tests may run as root, and look at their own pages alone.
                    .setArgs(List.of("--no-sandbox")));
  }

  /** Where it is; {@code SUITE_CHROMIUM} names another place. */
  public static Optional<Path> installed() {
    return Stream.concat(Stream.ofNullable(System.getenv("SUITE_CHROMIUM")), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  public static Chromium open() {
    return new Chromium(installed().orElseThrow(() -> new IllegalStateException(MISSING)));
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
