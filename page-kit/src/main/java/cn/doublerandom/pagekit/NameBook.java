package cn.doublerandom.pagekit;

/** What accounts are called, for the page that is shown; its attribute {@link #ATTRIBUTE}. */
@FunctionalInterface
public interface NameBook {
  /** Under which a page carries it, so that tags find it too. */
  String ATTRIBUTE = "people";

  /** The name with the account beside it; the account alone where no name is known. */
  String of(String account);
}
