package cn.doublerandom.pagekit;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import io.quarkus.qute.TemplateInstance;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a page says who somebody is: {@code {one.by.named}}. */
@TemplateExtension
public final class PersonNames {
  private static final String BETWEEN = "、";

  private PersonNames() {}

  /**
   * The names of accounts, each with its account beside it; what is no account of the bureau stays
   * as it is.
   *
   * @param accounts one, or several with 、 between them
   */
  static String named(
      String accounts,
      @TemplateAttribute(NameBook.ATTRIBUTE) @Nullable Object people,
      @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    boolean english = Locale.ENGLISH.equals(locale);
    NameBook book = people instanceof NameBook known ? known : account -> account;
    return listed(
        Arrays.stream(accounts.split(BETWEEN, -1))
            .map(one -> called(one, book, english))
            .collect(Collectors.joining(BETWEEN)),
        locale);
  }

  /** Who is known by a name has one, whatever his account is called. */
  private static String called(String account, NameBook book, boolean english) {
    String name = book.of(account);
    return name.equals(account) ? WithoutAccount.called(account, english).orElse(name) : name;
  }

  /** What stands with 、 between, as the reader's language has it. */
  static String listed(
      String joined, @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    return Locale.ENGLISH.equals(locale) ? joined.replace(BETWEEN, ", ") : joined;
  }

  /** The same of a team, its members apart by commas. */
  static String named(
      Collection<String> accounts,
      @TemplateAttribute(NameBook.ATTRIBUTE) @Nullable Object people,
      @TemplateAttribute(TemplateInstance.LOCALE) @Nullable Object locale) {
    boolean english = Locale.ENGLISH.equals(locale);
    return String.join(
        english ? ", " : BETWEEN,
        people instanceof NameBook book ? book.together(accounts, english) : accounts);
  }
}
