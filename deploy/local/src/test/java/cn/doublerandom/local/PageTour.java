package cn.doublerandom.local;

import cn.doublerandom.local.browser.Examiner;
import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import cn.doublerandom.local.browser.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All pages of a bureau, each opened by one who may and looked at. */
final class PageTour {
  /** Pages anybody may open. */
  private static final List<String> PUBLIC =
      List.of(
          "/",
          "/signin",
          "/help",
          "/draw/ui/verify",
          "/draw/ui/fairness",
          "/inspection/ui/checks",
          "/publication/ui/objections",
          "/publication/ui/letters",
          "/publication/ui/style");

  /** Whose menus have all pages there are. */
  private static final List<String> READERS =
      List.of(
          "coordinator",
          "registrar",
          "approver",
          "legal-reviewer",
          "platform",
          "witness-1",
          "publisher",
          "operator",
          "unit-lead",
          "supervisor",
          "auditor",
          "JC001");

  private static final List<String> BUSIEST =
      List.of("coordinator", "registrar", "approver", "unit-lead", "JC001");

  private final PageOffice office;
  private final Examiner examiner;
  private final Look look;
  private final List<Integer> widths;
  private final Optional<Path> pictures;
  private final Set<String> known = new HashSet<>();
  private final Set<String> visited = new HashSet<>();
  private final Map<String, List<String>> faults = new TreeMap<>();
  private String uninvited = "";

  /**
   * @param widths at which each page is looked at
   * @param pictures where each is kept as a picture
   */
  PageTour(
      PageOffice office,
      Examiner examiner,
      Look look,
      List<Integer> widths,
      Optional<Path> pictures) {
    this.office = office;
    this.examiner = examiner;
    this.look = look;
    this.widths = widths;
    this.pictures = pictures;
  }

  /** The kinds of pages there were. */
  Set<String> visited() {
    return visited;
  }

  /** Whatever of this kind was seen may have changed and is looked at again. */
  void forget(String kind) {
    known.removeIf(seen -> seen.startsWith(kind));
  }

  /**
   * @param draw address of a draw, from which the walk begins too
   * @return what is wrong, by page and reader
   */
  Map<String, List<String>> walk(String draw) {
    faults.clear();
    uninvited = draw;
    for (String account : READERS) {
      walk(office.person(account, look), List.of("/desk", draw));
    }
    walk(office.anybody(look), PUBLIC);
    return faults;
  }

  /**
   * The desks of those who do most, the public's pages and what else is named, without going on
   * from them.
   *
   * @param draw address of a draw that was made
   * @return what is wrong, by page and reader
   */
  Map<String, List<String>> glance(String draw) {
    faults.clear();
    for (String account : BUSIEST) {
      open(office.person(account, look), "/desk");
    }
    open(office.person("coordinator", look), draw);
    open(office.person("supervisor", look), "/board");
    PUBLIC.forEach(address -> open(office.anybody(look), address));
    return faults;
  }

  private void open(Person reader, String address) {
    reader.opens(address);
    visited.add(address);
    lookAt(reader, address);
  }

  private void walk(Person reader, List<String> from) {
    reader.complaints();
    for (String address : from) {
      visited.addAll(
          new Round(office.origin(), known).walk(reader, List.of(address), this::lookAt).keySet());
      // Whether he may come in was asked here alone: a page of another's is refused.
      reader.complaints();
    }
  }

  private void lookAt(Person there, String address) {
    List<String> wrong = new ArrayList<>(there.complaints());
    if (address.equals(uninvited) && isRefused(wrong)) {
      return;
    }
    if (!there.seesAPage()) {
      return; // A proof or a file, for programs: no page.
    }
    wrong.addAll(examiner.byLanguage(there));
    wrong.addAll(examiner.byKeyboard(there));
    if (hasBothLanguages(address)) {
      wrong.addAll(examiner.byTongue(there, look));
    }
    for (int width : widths) {
      there.widens(width);
      List<String> here = new ArrayList<>(examiner.byAxe(there));
      here.addAll(examiner.byWidth(there));
      here.forEach(fault -> wrong.add("at " + width + " px: " + fault));
      keep(there, address, width);
    }
    there.widens(look.width());
    wrong.addAll(there.complaints());
    if (!wrong.isEmpty()) {
      faults.put(address + " (" + there.account() + ", " + look + ")", wrong);
    }
  }

  /** He came by the draw's address, which his role may not open; nothing led him there. */
  private static boolean isRefused(List<String> complaints) {
    return complaints.stream().anyMatch(complaint -> complaint.startsWith("403: "));
  }

  private void keep(Person there, String address, int width) {
    pictures.ifPresent(directory -> {
      try {
        Files.createDirectories(directory);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String name =
          address.replaceAll("\\?.*", "").replaceAll("[^A-Za-z0-9-]+", "_").replaceAll("^_", "");
      String stem =
          "%s-%s-%s-%d".formatted(name.isEmpty() ? "home" : name, there.account(), look, width);
      there.picture(directory.resolve(stem + ".png"));
      if (width == Look.DESK) {
        there.printed(directory.resolve(stem + "-print.png"));
      }
    });
  }

  /** The parts all pages are made of are shown beside each other. */
  private static boolean hasBothLanguages(String address) {
    return !address.replaceAll("[?#].*", "").matches("/publication/ui/style");
  }
}
