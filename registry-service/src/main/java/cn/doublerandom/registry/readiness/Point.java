package cn.doublerandom.registry.readiness;

/** One thing to put in order before the end of March. */
public enum Point {
  ITEM_UNCLAIMED(Directory.ITEMS, "事项尚未认领", "Items nobody claimed"),
  ITEM_WITHOUT_CHECKLIST(Directory.ITEMS, "已认领事项缺少检查表", "Claimed items without a checklist"),
  SUBJECT_UNLABELLED(Directory.SUBJECTS, "检查对象没有监管标签", "Subjects without a label"),
  SUBJECT_UNCLASSIFIED(Directory.SUBJECTS, "企业没有信用风险等级", "Enterprises without a credit risk class"),
  SUBJECT_LICENCE_EXPIRED(Directory.SUBJECTS, "许可证已过期", "Subjects with an expired licence"),
  SUBJECT_UNCONFIRMED(
      Directory.SUBJECTS, "新入库，待另一人核准", "New subjects another person must agree to"),
  SUBJECT_LOOK_ALIKE(Directory.SUBJECTS, "同名同类，疑似重复", "Entries of one name and kind"),
  INSPECTOR_CERTIFICATE_EXPIRED(
      Directory.INSPECTORS, "在岗人员执法证已过期", "Active inspectors without a valid certificate"),
  INSPECTOR_WITHOUT_SKILL(Directory.INSPECTORS, "在岗人员没有专长", "Active inspectors without a skill"),
  EXPERT_ENTRUSTMENT_ENDED(Directory.EXPERTS, "专家委托已到期", "Experts whose entrustment has ended");

  /** Where it is kept. */
  public enum Directory {
    ITEMS("抽查事项清单", true),
    SUBJECTS("检查对象名录库", true),
    INSPECTORS("执法检查人员名录库", true),
    /** Experts assist where a bureau entrusts some (R20); many entrust nobody. */
    EXPERTS("专家库", false);

    private final String text;
    private final boolean wanted;

    Directory(String text, boolean wanted) {
      this.text = text;
      this.wanted = wanted;
    }

    /** Whether nothing is in order as long as it is empty. */
    public boolean isWanted() {
      return wanted;
    }

    public String text() {
      return text;
    }
  }

  private final Directory directory;
  private final String text;
  private final String english;

  Point(Directory directory, String text, String english) {
    this.directory = directory;
    this.text = text;
    this.english = english;
  }

  public Directory directory() {
    return directory;
  }

  public String text() {
    return text;
  }

  public String english() {
    return english;
  }
}
