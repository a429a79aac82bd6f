package cn.doublerandom.registry.files;

import cn.doublerandom.bureau.key.RegionCode;
import cn.doublerandom.registry.application.ToldSubject;
import cn.doublerandom.registry.subject.CreditRiskClass;
import cn.doublerandom.registry.subject.Licence;
import cn.doublerandom.registry.subject.Particulars;
import cn.doublerandom.registry.subject.SubjectDetails;
import cn.doublerandom.registry.subject.SubjectField;
import cn.doublerandom.registry.subject.SubjectKind;
import cn.doublerandom.servicekit.table.Table;
import cn.doublerandom.servicekit.table.TableRow;
import cn.doublerandom.servicekit.text.CodeText;
import cn.doublerandom.servicekit.text.DayText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
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

  /** Why a code is taken whose check characters are not the standard's. */
  static final String CODE_REASON = "编码说明";

  private static final List<String> REQUIRED =
      List.of(CODE, NAME, KIND, LABELS, RISK, STATUS, REGISTRAR, SINCE, ADDRESS);
  private static final List<String> OPTIONAL =
      List.of(
          REGION,
          INDUSTRY,
          KEY_FIELD,
          OWNER,
          CONTRACTOR,
          CATEGORY,
          RESPONSIBLE,
          LICENCES,
          CODE_REASON);

  /** What offices and other systems call the columns. */
  private static final Map<String, String> OTHER_HEADS = otherHeads();

  /** What would be lost without a word: whoever writes it relies on it. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          ".*(状态|生效|注销|吊销|停业|歇业|迁出).*(日|日期|时间|原因)",
          "登记状态的日期和原因请写在“注销日期、注销原因”这类列（停业、注销、吊销、迁出）；此列请改名或删去后导入。",
          ".*评定.*(日|日期|时间|来源|机关|单位)|.*(风险|信用).*(日|日期|时间|来源)",
          "信用风险等级的评定来源和评定日期请用信用风险等级表导入；请删去此列后导入。");

  private static final Map<SubjectField, String> COLUMNS =
      new EnumMap<>(
          Map.of(
              SubjectField.ADDRESS, ADDRESS,
              SubjectField.OWNER, OWNER,
              SubjectField.CONTRACTOR, CONTRACTOR,
              SubjectField.CATEGORY, CATEGORY,
              SubjectField.RESPONSIBLE_UNIT, RESPONSIBLE));

  private static final Map<String, SubjectKind> KINDS =
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

  private static final List<String> TOLD_KINDS =
      List.of("企业", "个体户", "农专社", "项目", "车辆", "船舶", "场站", "网格", "机关事业单位", "从业人员");

  private SubjectTable() {}

  private static Map<String, String> otherHeads() {
    Map<String, String> others = new HashMap<>();
    OPTIONAL.forEach(head -> others.put(head, head));
    others.putAll(StatusColumns.HEADS);
    Map.of(
            CODE, "统一社会信用代码/注册号|统一社会信用代码|社会信用代码|信用代码|统一代码|注册号|统一社会信用代码（注册号）|检查对象编码|对象编码",
            NAME, "企业名称|市场主体名称|主体名称|单位名称|对象名称|检查对象名称|检查对象",
            KIND, "主体类别|对象类别|检查对象类别|检查对象类型|主体类型",
            LABELS, "标签|分类标签",
            RISK, "信用风险分类|信用风险类别|风险等级|信用等级",
            STATUS, "状态|经营状态|主体状态",
            REGISTRAR, "登记部门|登记单位",
            SINCE, "成立时间|注册日期|登记日期|开工日期",
            ADDRESS, "住所（经营场所）|住所/经营场所|经营场所|地址|注册地址")
        .forEach((head, names) -> {
          for (String name : names.split("\\|")) {
            others.put(name, head);
          }
        });
    return others;
  }

  /**
   * The table as it is read.
   *
   * @param today the day of the recording
   * @param codeReason why codes are taken whose check characters are not the standard's, where the
   *     row does not say it; empty where they are not
   */
  static Table<ToldSubject> of(LocalDate today, String codeReason) {
    return new Table<>(
        REQUIRED,
        OTHER_HEADS,
        ELSEWHERE,
        row -> read(row, today, codeReason),
        entry -> entry.details().id());
  }

  /** The other names of some columns. */
  static Map<String, String> otherHeads(List<String> columns) {
    return OTHER_HEADS.entrySet().stream()
        .filter(e -> columns.contains(e.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static List<String> heads() {
    List<String> heads = new ArrayList<>(REQUIRED);
    heads.addAll(OPTIONAL);
    return heads;
  }

  private static ToldSubject read(TableRow row, LocalDate today, String codeReason) {
    SubjectKind kind = row.oneOf(KIND, KINDS, TOLD_KINDS);
    boolean isKnownKind = KINDS.containsKey(row.text(KIND, 100));
    String id = row.requiredCode(CODE, CodeRules.LONGEST);
    boolean isReadable = !id.isEmpty() && id.length() <= CodeRules.LONGEST;
    String reason = row.says(CODE_REASON) ? row.text(CODE_REASON, 200) : codeReason;
    if (isKnownKind && isReadable) {
      CodeRules.subject(row, CODE, id, kind, reason);
    }
    String name = CodeRules.named(row, NAME, 200);
    boolean isPerson = kind == SubjectKind.PERSON;
    boolean isFlagged = CodeRules.isNonconforming(id, kind);
    var details =
        new SubjectDetails(
            id,
            isPerson ? id : name,
            kind,
            labels(row),
            row.oneOf(RISK, CreditRiskClass.WORDS, CreditRiskClass.TOLD),
            row.oneOf(STATUS, StatusColumns.WORDS, StatusColumns.TOLD),
            row.required(REGISTRAR, 200),
            // Works may be entered before they begin; what is registered has been founded.
            kind == SubjectKind.PROJECT ? row.date(SINCE) : row.pastDate(SINCE, today),
            row.text(ADDRESS, 500),
            particulars(row, isFlagged ? reason : "", isPerson));
    if (isKnownKind) {
      for (SubjectField field : kind.required()) {
        row.required(COLUMNS.getOrDefault(field, ""), 500);
      }
    }
    return new ToldSubject(
        details,
        isPerson ? name : "",
        StatusColumns.read(row, details.status(), details.since(), today));
  }

  /** Who has none yet is taken, and stands among what is put in order before a draw. */
  private static List<String> labels(TableRow row) {
    List<String> labels = row.list(LABELS, 500);
    if (!row.says(LABELS)) {
      row.say(LABELS, "label-missing", "没有监管标签：照常导入，“抽取前核对”会列出；按标签确定的抽查范围里没有它。");
    }
    return labels;
  }

  /** Absent where the row says nothing of them, as before they were kept. */
  private static @Nullable Particulars particulars(
      TableRow row, String codeReason, boolean isPerson) {
    var particulars =
        new Particulars(
            region(row),
            digits(row, INDUSTRY, 4, "行业代码应为 4 位（GB/T 4754），例如 5431。"),
            row.text(KEY_FIELD, 100),
            CodeRules.linked(row, OWNER, 200),
            CodeRules.linked(row, CONTRACTOR, 200),
            row.text(CATEGORY, 100),
            row.text(RESPONSIBLE, 200),
            licences(row, isPerson),
            "",
            codeReason.isEmpty() ? null : codeReason);
    return particulars.equals(Particulars.NONE) ? null : particulars;
  }

  /** 999999 lies nowhere: a search by region would never find it. */
  private static String region(TableRow row) {
    String code = digits(row, REGION, 6, "行政区划应为 6 位代码（GB/T 2260），例如 130534。");
    if (code.length() == 6 && isDigits(code) && !RegionCode.isOne(code)) {
      row.fault(
          REGION,
          "not-a-region",
          "行政区划 %s 的前两位 %s 不是任何省、自治区、直辖市的代码（GB/T 2260）。".formatted(code, code.substring(0, 2)));
    }
    return code;
  }

  private static String digits(TableRow row, String column, int length, String text) {
    String cell = row.code(column, 20);
    if (!cell.isEmpty() && !(cell.length() == length && isDigits(cell))) {
      row.fault(column, "not-a-code", text);
    }
    return cell;
  }

  private static boolean isDigits(String code) {
    return code.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** 名称/编号/有效期至, several separated by 、 or ;. */
  private static List<Licence> licences(TableRow row, boolean isPerson) {
    List<Licence> licences = new ArrayList<>();
    for (String one : isPerson ? row.sealedList(LICENCES, 1000) : row.list(LICENCES, 1000)) {
      String[] parts = one.split("/", -1);
      if (parts.length != 3 || parts[0].isBlank() || parts[1].isBlank()) {
        row.fault(
            LICENCES, "not-a-licence", "许可证应写作“名称/编号/有效期至”，例如“道路运输经营许可证/130534000123/2026-05-31”。");
        return List.of();
      }
      if (CodeText.hasLostDigits(CodeText.meant(parts[1]))) {
        row.fault(LICENCES, "digits-lost", "许可证编号的末位已被表格软件丢失，请改为文本后重填。");
      }
      switch (DayText.read(parts[2])) {
        case DayText.Reading.Read(LocalDate day) ->
            licences.add(new Licence(parts[0].strip(), parts[1].strip(), day));
        case DayText.Reading.Refused(String code, String text) ->
            row.fault(LICENCES, code, "许可证有效期：" + text);
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
        d.status().word(),
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
            .collect(Collectors.joining("；")),
        more.codeReason() == null ? "" : more.codeReason());
  }

  private static <V> String word(Map<String, V> words, V value) {
    return words.entrySet().stream()
        .filter(e -> e.getValue().equals(value))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
