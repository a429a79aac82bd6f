package cn.doublerandom.registry.rest;

import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Licence;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectField;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.registry.subject.SubjectStatus;
import cn.doublerandom.registry.subject.UnifiedSocialCreditCode;
import cn.doublerandom.servicekit.table.Table;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of subjects as offices send it and take it away: the same columns both ways. */
final class SubjectTable {
  private static final String CODE = "编码";
  private static final String NAME = "名称";
  private static final String KIND = "类别";
  private static final String LABELS = "监管标签";
  private static final String RISK = "信用风险等级";
  private static final String STATUS = "登记状态";
  private static final String REGISTRAR = "登记机关";
  private static final String SINCE = "成立日期";
  private static final String ADDRESS = "住所";
  private static final String REGION = "行政区划";
  private static final String INDUSTRY = "行业代码";
  private static final String KEY_FIELD = "重点领域";
  private static final String OWNER = "建设单位或所有人";
  private static final String CONTRACTOR = "施工单位";
  private static final String CATEGORY = "类型";
  private static final String RESPONSIBLE = "管辖单位";
  private static final String LICENCES = "许可证";

  private static final List<String> REQUIRED =
      List.of(CODE, NAME, KIND, LABELS, RISK, STATUS, REGISTRAR, SINCE, ADDRESS);
  private static final List<String> OPTIONAL =
      List.of(REGION, INDUSTRY, KEY_FIELD, OWNER, CONTRACTOR, CATEGORY, RESPONSIBLE, LICENCES);

  private static final Map<SubjectField, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              SubjectField.ADDRESS, ADDRESS,
              SubjectField.OWNER, OWNER,
              SubjectField.CONTRACTOR, CONTRACTOR,
              SubjectField.CATEGORY, CATEGORY,
              SubjectField.RESPONSIBLE_UNIT, RESPONSIBLE));

  static final Map<String, SubjectKind> KINDS =
      Map.of(
          "企业", SubjectKind.ENTERPRISE,
          "个体户", SubjectKind.INDIVIDUAL_BUSINESS,
          "农专社", SubjectKind.COOPERATIVE,
          "项目", SubjectKind.PROJECT,
          "车辆", SubjectKind.VEHICLE,
          "船舶", SubjectKind.VESSEL,
          "场站", SubjectKind.STATION,
          "网格", SubjectKind.GRID,
          "机关事业单位", SubjectKind.PUBLIC_BODY,
          "从业人员", SubjectKind.PERSON);

  private static final Map<String, SubjectStatus> STATUSES =
      Map.of(
          "存续", SubjectStatus.ACTIVE,
          "停业", SubjectStatus.SUSPENDED,
          "注销", SubjectStatus.CANCELLED,
          "迁出", SubjectStatus.MOVED_OUT);

  /** A row, and the name of a person before it is sealed. */
  record Entry(SubjectDetails details, String personName) {}

  static final Table<Entry> TABLE =
      new Table<>(REQUIRED, SubjectTable::read, entry -> entry.details().id());

  private SubjectTable() {}

  static List<String> heads() {
    List<String> heads = new ArrayList<>(REQUIRED);
    heads.addAll(OPTIONAL);
    return heads;
  }

  private static Entry read(Table.Row row) {
    SubjectKind kind = row.oneOf(KIND, KINDS);
    boolean isKnownKind = KINDS.containsKey(row.text(KIND, 100));
    String id = row.required(CODE, 64);
    boolean isReadable = !id.isEmpty() && id.length() <= 64;
    if (isKnownKind && isReadable) {
      code(row, CODE, id, kind.codeRule());
    }
    String name = row.required(NAME, 200);
    boolean isPerson = kind == SubjectKind.PERSON;
    var details =
        new SubjectDetails(
            id,
            isPerson ? id : name,
            kind,
            row.list(LABELS, 500),
            row.oneOf(RISK, CreditRiskClass.WORDS),
            row.oneOf(STATUS, STATUSES),
            row.required(REGISTRAR, 200),
            row.date(SINCE),
            row.text(ADDRESS, 500),
            particulars(row));
    if (isKnownKind) {
      for (SubjectField field : kind.required()) {
        row.required(COLUMNS.getOrDefault(field, ""), 500);
      }
    }
    return new Entry(details, isPerson ? name : "");
  }

  private static void code(Table.Row row, String column, String id, SubjectKind.CodeRule rule) {
    boolean isOldNumber = id.matches("[0-9]{15}");
    boolean fits =
        switch (rule) {
          case OWN -> true;
          case REGISTRATION -> isOldNumber;
          case CREDIT_CODE -> false;
        };
    if (!fits) {
      UnifiedSocialCreditCode.fault(id)
          .ifPresent(fault ->
              row.fault(
                  column,
                  "credit-code-" + fault.position(),
                  fault.text()
                      + UnifiedSocialCreditCode.suggestion(id)
                          .map(better -> "是否应为 " + better + "？")
                          .orElse("")));
    }
  }

  /** Absent where the row says nothing of them, as before they were kept. */
  private static @Nullable Particulars particulars(Table.Row row) {
    var particulars =
        new Particulars(
            digits(row, REGION, 6, "行政区划应为 6 位代码（GB/T 2260），例如 130534。"),
            digits(row, INDUSTRY, 4, "行业代码应为 4 位（GB/T 4754），例如 5431。"),
            row.text(KEY_FIELD, 100),
            linked(row, OWNER),
            linked(row, CONTRACTOR),
            row.text(CATEGORY, 100),
            row.text(RESPONSIBLE, 200),
            licences(row),
            "");
    return particulars.equals(Particulars.NONE) ? null : particulars;
  }

  /** Another subject's code or a name; what looks like a code must be a right one. */
  private static String linked(Table.Row row, String column) {
    String cell = row.text(column, 200);
    if (cell.matches("[0-9A-Za-z]{18}")) {
      code(row, column, cell, SubjectKind.CodeRule.CREDIT_CODE);
    }
    return cell;
  }

  private static String digits(Table.Row row, String column, int length, String text) {
    String cell = row.text(column, 20);
    if (!cell.isEmpty() && !cell.matches("[0-9]{" + length + "}")) {
      row.fault(column, "not-a-code", text);
    }
    return cell;
  }

  /** 名称/编号/有效期至, several separated by 、 or ;. */
  private static List<Licence> licences(Table.Row row) {
    List<Licence> licences = new ArrayList<>();
    for (String one : row.list(LICENCES, 1000)) {
      String[] parts = one.split("/", -1);
      if (parts.length != 3 || parts[0].isBlank() || parts[1].isBlank()) {
        row.fault(
            LICENCES, "not-a-licence", "许可证应写作“名称/编号/有效期至”，例如“道路运输经营许可证/130534000123/2026-05-31”。");
        return List.of();
      }
      try {
        licences.add(
            new Licence(parts[0].strip(), parts[1].strip(), LocalDate.parse(parts[2].strip())));
      } catch (DateTimeParseException e) {
        row.fault(LICENCES, "not-a-date", "许可证有效期应为日期，例如 2026-05-31。");
      }
    }
    return licences;
  }

  /**
   * An entry as a row.
   *
   * @param name of a person the opened name
   */
  static List<String> cells(SubjectDetails d, String name) {
    Particulars more = d.more();
    return Arrays.asList(
        d.id(),
        name,
        word(KINDS, d.kind()),
        String.join("、", d.labels()),
        d.creditRiskClass() == CreditRiskClass.NONE ? "未分类" : d.creditRiskClass().name(),
        word(STATUSES, d.status()),
        d.registrar(),
        d.since().toString(),
        d.address(),
        more.region(),
        more.industry(),
        more.keyField(),
        more.owner(),
        more.contractor(),
        more.category(),
        more.responsibleUnit(),
        more.licences().stream()
            .map(l -> l.name() + "/" + l.number() + "/" + l.validUntil())
            .collect(Collectors.joining("；")));
  }

  private static <V> String word(Map<String, V> words, V value) {
    return words.entrySet().stream()
        .filter(e -> e.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** The words for kinds, for pages and messages. */
  static Map<SubjectKind, String> kindWords() {
    Map<SubjectKind, String> words = new LinkedHashMap<>();
    for (SubjectKind kind : SubjectKind.values()) {
      words.put(kind, word(KINDS, kind));
    }
    return words;
  }
}
