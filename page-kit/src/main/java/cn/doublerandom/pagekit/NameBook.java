package cn.doublerandom.pagekit;

import java.util.Collection;
import java.util.List;

/** What accounts are called, for the page that is shown; its attribute {@link #ATTRIBUTE}. */
@FunctionalInterface
public interface NameBook {
  /** Under which a page carries it, so that tags find it too. */
  String ATTRIBUTE = "people";

  /** The name with the account beside it; the account alone where no name is known. */
  String of(String account);

  /**
   * Those of a team. Where some are called by their names, it is said of the others that theirs is
   * not known, or a reader takes a number for a mistake.
   */
  default List<String> together(Collection<String> accounts, boolean english) {
    boolean anyNamed = accounts.stream().anyMatch(one -> !of(one).equals(one));
    return accounts.stream()
        .map(one -> anyNamed && of(one).equals(one) ? unnamed(one, english) : of(one))
        .toList();
  }

  /** Who stands beside others that are named, and has no name that is known. */
  static String unnamed(String account, boolean english) {
    return account + (english ? " (name not known)" : "（姓名未知）");
  }
}
