package cn.doublerandom.registry.files;

import cn.doublerandom.registry.subject.CreditCodeWords;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.table.TableRow;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.NameText;
import cn.doublerandom.servicekit.text.UnifiedSocialCreditCode;
import java.util.regex.Pattern;

/** What the codes of subjects, inspectors and experts may be, wherever a table names them. */
final class CodeRules {
  static final int LONGEST = 64;

  private static final Pattern OLD_NUMBER = Pattern.compile("[0-9]{15}");

  private static final Pattern MOBILE =
      Pattern.compile("(\\+?86-?)?1[3-9][0-9]-?[0-9]{4}-?[0-9]{4}");

  /** The two characters that are computed from the others. */
  private static final int FIRST_CHECK = 17;

  private CodeRules() {}

  /** The number a register gave itself. */
  static String own(TableRow row, String column, int longest) {
    String id = row.ownNumber(column, longest);
    refuseResident(row, column, id, true);
    return id;
  }

  /** Words: a name or a basis of signs or digits alone is none. */
  static String words(TableRow row, String column, int longest) {
    String text = row.required(column, longest);
    if (!text.isEmpty() && !NameText.hasWords(text)) {
      row.fault(column, NameText.NO_WORDS, NameText.NO_WORDS_TEXT);
    }
    return text;
  }

  /** The unit of a person, where some typed the number of a mobile telephone. */
  static String unit(TableRow row, String column, int longest) {
    String unit = row.required(column, longest);
    if (MOBILE.matcher(CodeText.meant(unit)).matches()) {
      row.fault(column, "telephone-number", "这是手机号码，不是单位名称，请填写单位。");
    } else if (CodeText.holdsSeparator(CodeText.meant(unit))) {
      row.fault(column, CodeText.SEPARATOR, CodeText.SEPARATOR_TEXT);
    } else if (!unit.isEmpty()
        && !NameText.isOffice(unit)
        && !row.isFaulty(column, CodeText.RESIDENT_NUMBER)) {
      row.fault(column, NameText.NO_WORDS, NameText.NO_OFFICE_TEXT);
    }
    return unit;
  }

  /** A name, which is no number of a person. */
  static String name(TableRow row, String column, int longest) {
    String name = row.required(column, longest);
    if (CodeText.isResidentNumber(CodeText.meant(name))
        && !row.isFaulty(column, CodeText.RESIDENT_NUMBER)) {
      row.fault(column, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    }
    return name;
  }

  /** The name of a subject: words, and no number of a person. */
  static String named(TableRow row, String column, int longest) {
    String name = name(row, column, longest);
    if (!name.isEmpty()
        && !NameText.hasWords(name)
        && !CodeText.isResidentNumber(CodeText.meant(name))) {
      row.fault(column, NameText.NO_WORDS, NameText.NO_WORDS_TEXT);
    }
    return name;
  }

  /**
   * The code of a subject by the rule of its kind.
   *
   * @param reason why a code may be taken whose check characters are not the standard's; empty
   *     where it may not
   */
  static void subject(TableRow row, String column, String id, SubjectKind kind, String reason) {
    boolean isOldNumber = OLD_NUMBER.matcher(id).matches();
    boolean fits =
        switch (kind.codeRule()) {
          case OWN -> true;
          case REGISTRATION -> isOldNumber;
          case CREDIT_CODE -> false;
        };
    boolean isOfPerson = kind == SubjectKind.PERSON;
    if (isResident(id, isOfPerson)) {
      row.fault(column, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    } else if (!fits) {
      creditCode(row, column, id, reason);
    }
  }

  private static boolean isResident(String id, boolean orLooksLikeIt) {
    return CodeText.isResidentNumber(id)
        || (orLooksLikeIt
            && UnifiedSocialCreditCode.fault(id).isPresent()
            && CodeText.looksLikeResidentNumber(id));
  }

  private static void refuseResident(
      TableRow row, String column, String id, boolean orLooksLikeIt) {
    if (isResident(id, orLooksLikeIt)) {
      row.fault(column, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    }
  }

  private static void creditCode(TableRow row, String column, String id, String reason) {
    UnifiedSocialCreditCode.fault(id)
        .ifPresent(fault -> {
          boolean isOnlyCheck = fault.position() >= FIRST_CHECK;
          if (isOnlyCheck && !reason.isEmpty()) {
            row.say(column, "credit-code-nonconforming", fault.text() + "按说明收下并作标记：" + reason);
            return;
          }
          row.fault(
              column,
              "credit-code-" + fault.position(),
              CreditCodeWords.told(fault, id)
                  + (isOnlyCheck
                      ? "确系 2016 年前核发的，请在“" + SubjectTable.CODE_REASON + "”列写明原因。"
                      : ""));
        });
  }

  /** Whether a code is one whose check characters are not the standard's. */
  static boolean isNonconforming(String id, SubjectKind kind) {
    boolean needsCheck =
        switch (kind.codeRule()) {
          case OWN -> false;
          case REGISTRATION -> !OLD_NUMBER.matcher(id).matches();
          case CREDIT_CODE -> true;
        };
    return needsCheck && UnifiedSocialCreditCode.fault(id).isPresent();
  }

  /** Another subject's code or a name; what looks like a code must be a right one. */
  static String linked(TableRow row, String column, int longest) {
    String cell = row.text(column, longest);
    String code = CodeText.meant(cell);
    if (CodeText.hasLostDigits(code)) {
      return row.code(column, longest);
    } else if (isResident(code, false)) {
      if (!row.isFaulty(column, CodeText.RESIDENT_NUMBER)) {
        row.fault(column, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
      }
    } else if (CreditCodeWords.isMeantAsOne(code)) {
      creditCode(row, column, code, "");
      return code;
    }
    return cell;
  }

  /** The code of a subject of the register, whatever its kind. */
  static String reference(TableRow row, String column) {
    String id = row.requiredCode(column, LONGEST);
    refuseResident(row, column, id, false);
    return id;
  }

  /** A code that stands among others in a cell: what cannot be one is refused. */
  static void check(TableRow row, String column, String id) {
    if (CodeText.hasLostDigits(id)) {
      row.fault(column, "digits-lost", "“" + id + "”的末位已被表格软件丢失，请改为文本后重填。");
    } else if (isResident(id, false)) {
      row.fault(column, CodeText.RESIDENT_NUMBER, CodeText.RESIDENT_TEXT);
    } else if (CreditCodeWords.isMeantAsOne(id)) {
      creditCode(row, column, id, "");
    }
  }
}
