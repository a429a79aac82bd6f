package cn.doublerandom.registry.subject;

import java.util.List;

/**
 * What the register keeps beyond name, kind and status. Texts may be empty.
 *
 * @param region 行政区划, GB/T 2260, six digits
 * @param industry 行业, GB/T 4754-2017, four digits
 * @param keyField 重点领域
 * @param owner 建设单位 or 所有人: a subject's id or a name
 * @param contractor 施工单位: a subject's id or a name
 * @param category 车辆类型, 船舶种类, 场站类别, 岗位类别
 * @param responsibleUnit 管辖单位 or employer
 * @param sealedName of a person, readable only with the person's key
 */
public record Particulars(
    String region,
    String industry,
    String keyField,
    String owner,
    String contractor,
    String category,
    String responsibleUnit,
    List<Licence> licences,
    String sealedName) {
  public static final Particulars NONE = new Particulars("", "", "", "", "", "", "", List.of(), "");

  public Particulars {
    licences = List.copyOf(licences);
  }

  Particulars withSealedName(String sealed) {
    return new Particulars(
        region, industry, keyField, owner, contractor, category, responsibleUnit, licences, sealed);
  }
}
