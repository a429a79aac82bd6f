package cn.doublerandom.local.browser;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ViewportSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/**
 * Somebody before a browser of his own, who does what the page before him offers: opens an address,
 * fills in a form and presses its button. Forms are named by where they go, fields by their name,
 * so that one story can be told in both languages; what is refused ends it.
 */
public final class Person implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final double GLANCE_MILLIS = 250;
  private static final double LONGEST_MILLIS = 30_000;
  private static final int TRIES = 8;

  private final String origin;
  private final String account;
  private final BrowserContext context;
  private final Page page;
  private final Watch watch;
  private Consumer<Person> eyes = person -> {};
  private int loads;
  private String form = "";

  private Person(Chromium chromium, String origin, String account, Look look) {
    this.origin = origin;
    this.account = account;
    this.context = chromium.browser().newContext(look.context());
    this.watch = new Watch(context);
    this.page = context.newPage();
    page.setDefaultTimeout(LONGEST_MILLIS);
    page.onLoad(loaded -> loads++);
  }

  /** Somebody who is signed in, at his desk. */
  public static Person atDesk(Chromium chromium, String origin, String account, Look look) {
    Person person = anybody(chromium, origin, account, look);
    person.opens("/signin");
    person.turns(() -> person.page.locator("button[value='" + account + "']").click());
    if (look.isLarge()) {
      person.turns(() -> person.page.locator("a[href*='text=large']").first().click());
    }
    return person;
  }

  /** Somebody from outside, who has no account. */
  public static Person anybody(Chromium chromium, String origin, Look look) {
    return anybody(chromium, origin, "anybody", look);
  }

  /** Somebody without an account who goes by this name. */
  public static Person anybody(Chromium chromium, String origin, String account, Look look) {
    return new Person(chromium, origin, account, look);
  }

  /**
   * Opens a live page in several tabs of this browser.
   *
   * @param heard words of {@code #heard} once a tab has heard something
   * @return how many streams were opened for all of them
   */
  public int streamsOfTabs(String address, int tabs, String events, String heard) {
    var streams = new AtomicInteger();
    Consumer<Request> counts =
        request -> {
          if (request.url().contains(events)) {
            streams.incrementAndGet();
          }
        };
    context.onRequest(counts);
    List<Page> open = new ArrayList<>();
    for (int i = 0; i < tabs; i++) {
      Page tab = context.newPage();
      tab.navigate(origin + address);
      open.add(tab);
    }
    for (Page tab : open) {
      tab.locator("#heard").filter(new Locator.FilterOptions().setHasText(heard)).waitFor();
    }
    open.forEach(Page::close);
    context.offRequest(counts);
    return streams.get();
  }

  /** Has each page that comes before him looked at. */
  public Person looking(Consumer<Person> with) {
    eyes = with;
    return this;
  }

  public Person opens(String path) {
    turns(() -> goes(() -> page.navigate(origin + path)));
    return this;
  }

  /**
   * A page that loads itself anew may come between, more than once on a slow machine, and the
   * browser has many words for it; then he lets it come and goes again. Who waited for his page as
   * long as anybody does, and saw none, does not go again.
   */
  private void goes(Runnable way) {
    for (int left = TRIES; ; left--) {
      try {
        way.run();
        return;
      } catch (TimeoutError none) {
        throw none;
      } catch (PlaywrightException another) {
        if (left == 1) {
          throw another;
        }
        page.waitForTimeout(GLANCE_MILLIS);
        page.waitForLoadState();
      }
    }
  }

  /** Presses the first link that leads to an address with this in it. */
  public Person follows(String address) {
    turns(() -> page.locator("main a[href*='" + address + "']").first().click());
    return this;
  }

  /** Turns to the form that goes where {@code step} says, at the end of its address. */
  public Person at(String step) {
    form = "form[action$='" + step + "'], form[action*='" + step + "?']";
    if (!isThere(form)) {
      throw wrong("no form goes to " + step);
    }
    unfold(page.locator(form).first());
    return this;
  }

  /** Opens whatever is folded around it, as one who looks for it does. */
  private void unfold(Locator inside) {
    Locator folded = inside.locator("xpath=ancestor::details[not(@open)]");
    for (int left = folded.count(); left > 0; left--) {
      folded.first().locator("xpath=./summary").click();
    }
  }

  /** Fills in, chooses or ticks, as the field wants it. */
  public Person fills(String field, String... values) {
    Locator all = page.locator(form).first().locator("[name='" + field + "']");
    unfold(all.first());
    String kind =
        String.valueOf(all.first().evaluate("e => e.type === 'select-one' ? 'select' : e.type"));
    switch (kind) {
      case "select" -> all.first().selectOption(values[0]);
      case "checkbox", "radio" -> {
        for (String value : values) {
          page.locator(form)
              .first()
              .locator("[name='" + field + "'][value='" + value + "']")
              .check();
        }
      }
      default -> all.first().fill(values[0]);
    }
    return this;
  }

  public Person attaches(String field, Path file) {
    page.locator(form).first().locator("[name='" + field + "']").setInputFiles(file);
    return this;
  }

  /** What stands in a field of the form. */
  public String read(String field) {
    return page.locator(form).first().locator("[name='" + field + "']").first().inputValue();
  }

  /** The one button of the form; he is told here if he is refused. */
  public Person presses() {
    turns(() -> page.locator(form).first().locator(".acts button").first().click());
    Locator refusal = page.locator("[role=alert]");
    if (refusal.count() > 0) {
      throw wrong("refused: " + refusal.first().innerText());
    }
    return this;
  }

  /** A button that no form has: a script hears it. */
  public Person clicks(String id) {
    page.locator("#" + id).click();
    return this;
  }

  /** The network goes, or comes back. */
  public Person withoutNetwork(boolean isGone) {
    context.setOffline(isGone);
    return this;
  }

  /** Waits until this is shown, however it comes. */
  public Person sees(String selector) {
    page.locator(selector).first().waitFor();
    return this;
  }

  /** Presses what this selects; a script hears it, and no page is loaded. */
  public Person taps(String selector) {
    page.locator(selector).first().click();
    return this;
  }

  /** Writes on glass as a finger does: some strokes across it, each through a few points. */
  public Person writes(String selector) {
    Locator glass = page.locator(selector).first();
    glass.scrollIntoViewIfNeeded();
    BoundingBox frame = glass.boundingBox();
    for (double[] stroke : new double[][] {{0.2, 0.2, 0.5, 0.8}, {0.6, 0.2, 0.8, 0.7}}) {
      page.mouse().move(frame.x + stroke[0] * frame.width, frame.y + stroke[1] * frame.height);
      page.mouse().down();
      page.mouse()
          .move(
              frame.x + stroke[2] * frame.width,
              frame.y + stroke[3] * frame.height,
              new Mouse.MoveOptions().setSteps(8));
      page.mouse().up();
    }
    return this;
  }

  /** Gives a file to what this selects. */
  public Person gives(String selector, Path file) {
    page.locator(selector).first().setInputFiles(file);
    return this;
  }

  /** Has a camera whose browser reads codes; what it sees is held before it. */
  public Person withCamera() {
    context.addInitScript(Scripts.CAMERA);
    return this;
  }

  /** Holds a code before the camera that stands on somebody else's phone. */
  public Person sees(String selector, Person on) {
    page.evaluate("seen => { globalThis.before = seen; }", on.code(selector));
    return this;
  }

  /** What a camera reads of a code that is shown. */
  private String code(String selector) {
    try {
      BufferedImage seen =
          ImageIO.read(new ByteArrayInputStream(page.locator(selector).screenshot()));
      int[] dots = seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth());
      var light = new RGBLuminanceSource(seen.getWidth(), seen.getHeight(), dots);
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(light))).getText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReaderException e) {
      throw new AssertionError("no code can be read of " + selector, e);
    }
  }

  /** Unfolds what is folded around it. */
  public Person unfolds(String selector) {
    unfold(page.locator(selector).first());
    return this;
  }

  /** Loads the same page once more. */
  public Person again() {
    turns(() -> goes(page::reload));
    return this;
  }

  /** What is read there. */
  public String reads(String selector) {
    return page.locator(selector).first().innerText().strip();
  }

  /** Presses the first link that leads to an address with this in it, and keeps what comes. */
  public Person saves(String address, Path file) {
    page.waitForDownload(() -> page.locator("main a[href*='" + address + "']").first().click())
        .saveAs(file);
    return this;
  }

  /** Keeps what the first link to an address with this in it leads to, as it would be printed. */
  public Person fetches(String address, Path file) {
    String to = page.locator("main a[href*='" + address + "']").first().getAttribute("href");
    APIResponse answer = context.request().get(origin + to);
    if (!answer.ok()) {
      throw wrong(answer.status() + " for " + to);
    }
    try {
      Files.write(file, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The values or texts of whatever this selects, in their order. */
  public List<String> all(String selector) {
    Object found =
        page.locator(selector)
            .evaluateAll("all => all.map(e => (e.value ?? e.textContent).trim())");
    return ((List<?>) found).stream().map(String::valueOf).toList();
  }

  /** Writes into a field that stands apart from its form. */
  public Person answers(String field, String text) {
    Locator place = page.locator("[name='" + field + "']");
    unfold(place);
    place.fill(text);
    return this;
  }

  /** Types into what no form has. */
  public Person types(String id, String text) {
    page.locator("#" + id).fill(text);
    return this;
  }

  /** Reads the page again until a form to {@code step} is on it. */
  public Person awaits(String step) {
    return awaitsThat("form[action$='" + step + "'], a[href$='" + step + "']");
  }

  /** Reads the page again until this is on it. */
  public Person awaitsThat(String selector) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isThere(selector)) {
      if (System.nanoTime() > end) {
        throw wrong("waited in vain for " + selector);
      }
      page.waitForTimeout(GLANCE_MILLIS);
      turns(() -> goes(page::reload));
    }
    return this;
  }

  private boolean isThere(String selector) {
    return page.locator(selector).count() > 0;
  }

  /** Keeps the whole page as a picture. */
  public void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Keeps what the window shows as a picture. */
  public void glimpse(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
  }

  /** Keeps what a window of this size shows as a picture, and has the window as it was. */
  public Person glimpse(Path file, int width, int height) {
    ViewportSize before = page.viewportSize();
    page.setViewportSize(width, height);
    glimpse(file);
    page.setViewportSize(before.width, before.height);
    return this;
  }

  /** Keeps the page as it would be printed. */
  public void printed(Path file) {
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    picture(file);
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  /** Makes the window as wide. */
  public void widens(int width) {
    page.setViewportSize(width, page.viewportSize().height);
  }

  public int width() {
    return page.viewportSize().width;
  }

  public String address() {
    return page.url().substring(origin.length());
  }

  public String account() {
    return account;
  }

  public List<String> complaints() {
    return watch.taken();
  }

  /** What a script in his page answers. */
  public Object works(String script, Object given) {
    return page.evaluate(script, given);
  }

  /** Whether a page is shown, not a proof or a file for programs. */
  public boolean seesAPage() {
    return "text/html".equals(page.evaluate("() => document.contentType"));
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Does what brings another page, and waits for it. */
  private void turns(Runnable act) {
    int before = loads;
    act.run();
    page.waitForCondition(() -> loads > before);
    form = "";
    eyes.accept(this);
  }

  private AssertionError wrong(String what) {
    String said;
    try {
      said = page.locator("main").innerText();
    } catch (PlaywrightException none) {
      said = page.content();
    }
    return new AssertionError(account + " at " + page.url() + ": " + what + "\n" + said);
  }

  @Override
  public void close() {
    context.close();
  }
}
