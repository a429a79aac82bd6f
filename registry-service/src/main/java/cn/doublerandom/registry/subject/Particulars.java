package cn.doublerandom.registry.subject;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param sealedName of a person, or of the person who owns it; readable only with the person's key
 * @param codeReason why the code was taken though its check characters are not the standard's;
 *     absent where they are, and the flag of those where they are not
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
    String sealedName,
    @Nullable String codeReason) {
  public static final Particulars NONE =
      new Particulars("", "", "", "", "", "", "", List.of(), "", null);

  public Particulars {
    licences = List.copyOf(licences);
  }

  /** Without what is a person's own, or without the numbers of whoever it is. */
  Particulars withoutOwn() {
    return with("", "", licences.stream().map(l -> l.numbered("")).toList());
  }

  /** With another owner; of a person it is sealed and stands empty here. */
  public Particulars ownedBy(String itsOwner) {
    return with(itsOwner, contractor, licences);
  }

  /** With what a person's key opened. */
  public Particulars with(String itsOwner, String itsContractor, List<Licence> itsLicences) {
    return new Particulars(
        region,
        industry,
        keyField,
        itsOwner,
        itsContractor,
        category,
        responsibleUnit,
        itsLicences,
        sealedName,
        codeReason);
  }

  Particulars withSealedName(String sealed) {
    return new Particulars(
        region,
        industry,
        keyField,
        owner,
        contractor,
        category,
        responsibleUnit,
        licences,
        sealed,
        codeReason);
  }
}
