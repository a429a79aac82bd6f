package cn.doublerandom.local.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is wrong with the page somebody has before him: what a reader without eyes or without a
 * mouse could not use (axe, the Tab key), what does not fit, what is in the other language, and
 * what the browser itself complains of.
 */
public final class Examiner {
  private static final int MOST_WALKS = 4;

  /** Names, formats and units that Chinese offices write so too; accounts are data. */
  private static final List<String> ALLOWED =
      List.of(
          "PDF",
          "Word",
          "Excel",
          "CSV",
          "csv",
          "xlsx",
          "docx",
          "html",
          "HTML",
          "UTF-",
          "GBK",
          "JSON",
          "SHA-",
          "drand",
          "Ctrl-C",
          "suite",
          "verify",
          "English",
          "quicknet",
          "ZIP",
          "zip",
          "Ed",
          "txt",
          "json",
          "node",
          "BLS",
          "RFC",
          "double-random",
          // What consumers of data and verifiers look for under these names.
          "Kafka",
          "Webhook",
          "NDJSON",
          "Atom",
          "DCAT-AP",
          "JSON-LD",
          "Java",
          "java",
          "Recompute.java",
          "https",
          "tlog-tiles",
          "tlog-checkpoint",
          "tlog-cosignature",
          "NOTICE",
          "TILE",
          "OLDER",
          "SPLIT");

  private final ChineseWords chinese;
  private final List<String> allowed;

  private Examiner(ChineseWords chinese, List<String> allowed) {
    this.chinese = chinese;
    this.allowed = allowed;
  }

  /**
   * @param root of the checkout, whose message bundles are read
   * @param accounts as they are named on pages
   */
  public static Examiner of(Path root, List<String> accounts) throws IOException {
    List<String> allowed = new ArrayList<>(ALLOWED);
    allowed.addAll(accounts);
    ChineseWords chinese = ChineseWords.ofHouse(root);
    if (chinese.count() < 500) {
      throw new IllegalStateException("only %d messages were found".formatted(chinese.count()));
    }
    return new Examiner(chinese, allowed);
  }

  /** What axe finds, with the first element of each; empty where nothing is wrong. */
  public List<String> byAxe(Person reader) {
    return new AxeBuilder(reader.page())
        .setLegacyMode(true).analyze().getViolations().stream().map(Examiner::told).toList();
  }

  private static String told(Rule rule) {
    return "axe %s: %s, %d times, first %s"
        .formatted(
            rule.getId(),
            rule.getHelp(),
            rule.getNodes().size(),
            rule.getNodes().getFirst().getHtml());
  }

  /** What stands there in the other language. */
  public List<String> byLanguage(Person reader) {
    List<String> faults = new ArrayList<>(texts(reader.page().evaluate(Scripts.LANGUAGE, allowed)));
    for (String text : texts(reader.page().evaluate(Scripts.CHINESE))) {
      chinese
          .saidBy(text)
          .ifPresent(by -> faults.add("a Chinese message on an English page: " + text));
    }
    return faults;
  }

  /** Whether the body would have to be pushed sideways. */
  public List<String> byWidth(Person reader) {
    Object beyond =
        reader
            .page()
            .evaluate(
                "() => { const r = document.scrollingElement; return r.scrollWidth - r.clientWidth;"
                    + " }");
    return ((Number) beyond).intValue() > 0
        ? List.of(
            "%s px wider than the window of %d"
                .formatted(beyond, reader.page().viewportSize().width))
        : List.of();
  }

  /** What of the texts, fields and buttons that are shown does not stand wholly in the window. */
  public List<String> byCut(Person reader) {
    return texts(reader.page().evaluate(Scripts.CUT));
  }

  /** Goes through the page with Tab alone: everything is reached, and one sees where one is. */
  public List<String> byKeyboard(Person reader) {
    // A live page is drawn anew under whoever goes through it; it is gone through again then.
    for (int walks = 1; walks < MOST_WALKS; walks++) {
      Optional<List<String>> faults = walk(reader.page());
      if (faults.isPresent()) {
        return faults.get();
      }
    }
    return walk(reader.page()).orElse(List.of("is never still while somebody goes through it"));
  }

  /** What is wrong; empty where what was to be reached is on the page no more. */
  private static Optional<List<String>> walk(Page page) {
    int wanted = ((Number) page.evaluate(Scripts.REACHABLE)).intValue();
    Set<String> reached = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    Map<String, String> unseen = new TreeMap<>();
    page.evaluate("() => { document.activeElement?.blur(); window.scrollTo(0, 0); }");
    // A date has a stop for each of its parts.
    for (int presses = 0; presses < wanted * 4 + 10 && reached.size() < wanted; presses++) {
      page.keyboard().press("Tab");
      Map<?, ?> now = (Map<?, ?>) page.evaluate(Scripts.FOCUSED);
      String at = String.valueOf(now.get("at"));
      if (!at.isEmpty()) {
        reached.add(at);
        // The parts of a date have the browser's own mark; it is enough that one stop shows the
        // field.
        if (Boolean.TRUE.equals(now.get("seen"))) {
          seen.add(at);
        } else {
          unseen.put(at, "the focus cannot be seen on " + now.get("what"));
        }
      }
    }
    unseen.keySet().removeAll(seen);
    List<String> faults = new ArrayList<>(unseen.values());
    for (int i = 0; i < wanted; i++) {
      if (!reached.contains(Integer.toString(i))) {
        Locator left = page.locator("[data-reach='" + i + "']");
        if (left.count() == 0) {
          return Optional.empty();
        }
        faults.add("Tab does not reach " + left.first().evaluate("e => e.outerHTML.slice(0, 120)"));
      }
    }
    return Optional.of(faults);
  }

  /** Whether the page is written in the language that was asked for. */
  public List<String> byTongue(Person reader, Look look) {
    String lang = String.valueOf(reader.page().evaluate("() => document.documentElement.lang"));
    return lang.startsWith(look.language()) ? List.of() : List.of("written in " + lang);
  }

  private static List<String> texts(Object answer) {
    return ((List<?>) answer).stream().map(String::valueOf).toList();
  }
}
