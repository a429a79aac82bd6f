package cn.doublerandom.pagekit;

import java.util.List;

/**
 * What stands around every page of who is signed in.
 *
 * @param bureau its name
 * @param role in which he acts, in words
 * @param roles all he has, by name and in words; more than one where he may choose
 * @param bureaus all he has, by key and name; more than one where he may choose
 * @param here this page
 * @param search where the search field leads; empty where he has none
 * @param english whether it is read in English, else in Chinese
 * @param large whether letters are larger (适老化)
 * @param practice whether it is a bureau to practise in
 * @param help where the handbook speaks of this page; empty where it does not
 */
public record Frame(
    String bureau,
    String person,
    String unit,
    String role,
    List<Choice> roles,
    List<Choice> bureaus,
    List<Menu.Group> menu,
    PageAddress here,
    String search,
    boolean english,
    boolean large,
    boolean practice,
    String help) {
  public String language() {
    return english ? "en" : "zh-CN";
  }

  /** The other language, as the switch names it. */
  public String otherLanguage() {
    return english ? "zh" : "en";
  }

  /** The classes of the root. */
  public String look() {
    return (large ? " large" : "") + (practice ? " practice" : "");
  }

  /** The line of the menu this page belongs to. */
  public Menu.Line place() {
    return menu.stream()
        .flatMap(group -> group.lines().stream())
        .filter(Menu.Line::current)
        .findFirst()
        .orElse(new Menu.Line("", "", false));
  }

  /** Whether this page belongs to a line of a group. */
  public boolean isPlaced() {
    return menu.stream()
        .filter(group -> !group.words().isEmpty())
        .anyMatch(group -> group.lines().stream().anyMatch(Menu.Line::current));
  }

  /** The name of its group; empty where it is called as its line is (抽取 › 抽取). */
  public String group() {
    return menu.stream()
        .filter(group -> group.lines().stream().anyMatch(Menu.Line::current))
        .map(Menu.Group::words)
        .filter(words -> !words.equals(place().words()))
        .findFirst()
        .orElse("");
  }
}
