package cn.doublerandom.draw.plan;

import cn.doublerandom.draw.reading.TraditionalScript;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whom a plan speaks of: kinds of subjects, and units. */
final class ScopeWords {
  private static final Map<String, String> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("个体工商户|个体户", "INDIVIDUAL_BUSINESS");
    KINDS.put("合作社", "COOPERATIVE");
    KINDS.put("企业|公司|经营者|市场主体", "ENTERPRISE");
    KINDS.put("工程|项目", "PROJECT");
    KINDS.put("车辆|汽车(?!客运站)", "VEHICLE");
    KINDS.put("船舶", "VESSEL");
    KINDS.put("客运站|场站|车站|货运站|站\\(?场\\)?", "STATION");
    KINDS.put("网格", "GRID");
    KINDS.put("机关|事业单位|经办机构|经办部门|医疗机构", "PUBLIC_BODY");
    KINDS.put("从业人员|驾驶员|个人", "PERSON");
  }

  private ScopeWords() {}

  /** Kinds of subjects named in a 抽查对象范围. */
  static List<String> kinds(String words) {
    String scope = TraditionalScript.simplified(words);
    Set<String> kinds = new LinkedHashSet<>();
    KINDS.forEach((named, kind) -> {
      if (Pattern.compile(named).matcher(scope).find()) {
        kinds.add(kind);
      }
    });
    return List.copyOf(kinds);
  }

  /** Units joined by 、 会 和: each by itself. */
  static List<String> units(String cell) {
    return Stream.of(cell.split("[、,，;；/]|会同|(?<=局|委|队|科|室|厅|处|中心)(?:会|和|及|与)"))
        .filter(unit -> !unit.isEmpty())
        .toList();
  }
}
