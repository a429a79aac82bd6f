package cn.doublerandom.local.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A walk through all pages somebody comes to: those of his menu, and from each page on the first
 * link of every kind. Addresses that differ by a code alone are of one kind, so of a list one row
 * is opened.
 */
public final class Round {
  /** From a menu to a list, to one of it, to what is told of that. */
  private static final int DEEPEST = 4;

  /** What is no page: files, what leaves, and what changes how the reader reads. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/api/|/log/checkpoint$|\\.(pdf|docx|xlsx|csv|tsv|zip|json|html?|txt|mjs|py|pem|crt)$|^/(look|signout|q)\\b");

  private final String origin;
  private final Set<String> known;
  private final Map<String, String> visited = new LinkedHashMap<>();

  /**
   * @param known kinds that need not be visited again; grows
   */
  public Round(String origin, Set<String> known) {
    this.origin = origin;
    this.known = known;
  }

  private record Stop(String address, int depth) {}

  /** What is done at each page; the address is without the origin. */
  public interface Visit {
    void at(Person reader, String address);
  }

  /** The kind of an address: parts with a digit or beyond ASCII are codes. */
  static String kind(String address) {
    String path = URI.create(address.replace(" ", "%20")).getPath();
    var kind = new StringBuilder();
    for (String part : path.split("/", -1)) {
      boolean isCode = part.chars().anyMatch(c -> Character.isDigit(c) || c > 127);
      kind.append('/').append(isCode ? "*" : part);
    }
    return kind.substring(1);
  }

  /**
   * @param from addresses to begin at; one that is known is opened for its links alone
   * @return the pages there were, by their kinds
   */
  public Map<String, String> walk(Person reader, List<String> from, Visit visit) {
    Deque<Stop> ahead = new ArrayDeque<>();
    Set<String> begun = new HashSet<>();
    for (String address : from) {
      if (!known.add(kind(address))) {
        begun.add(address);
      }
      ahead.add(new Stop(address, 0));
    }
    while (!ahead.isEmpty()) {
      Stop stop = ahead.poll();
      if (!open(reader, stop.address())) {
        continue;
      }
      visited.put(kind(stop.address()), stop.address());
      if (!begun.contains(stop.address())) {
        visit.at(reader, stop.address());
      }
      if (stop.depth() < DEEPEST) {
        links(reader.page()).forEach(link -> add(ahead, link, stop.depth() + 1));
      }
    }
    return visited;
  }

  private void add(Deque<Stop> ahead, String address, int depth) {
    if (!NO_PAGE.matcher(address.split("[?#]", 2)[0]).find() && known.add(kind(address))) {
      ahead.add(new Stop(address, depth));
    }
  }

  /** Links of the page and of its frame, without the origin. */
  private List<String> links(Page page) {
    Object found =
        page.evaluate(
            "o => [...document.querySelectorAll('nav.menu a[href], main a[href], footer"
                + " a[href]')].filter(a => a.href.startsWith(o + '/')).map(a =>"
                + " a.href.slice(o.length).split('#')[0])",
            origin);
    return ((List<?>) found).stream().map(String::valueOf).distinct().toList();
  }

  /** Whether a page came; a file is saved and leaves the page before it. */
  private boolean open(Person reader, String address) {
    try {
      reader
          .page()
          .navigate(origin + address, new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
      return true;
    } catch (PlaywrightException e) {
      if (String.valueOf(e.getMessage()).contains("Download is starting")
          || String.valueOf(e.getMessage()).contains("ERR_ABORTED")) {
        return false;
      }
      throw e;
    }
  }
}
