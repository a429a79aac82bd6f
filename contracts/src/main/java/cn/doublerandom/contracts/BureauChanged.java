package cn.doublerandom.contracts;

import java.util.List;

/**
 * The register of bureaus has a new or changed entry; carries the whole entry. The register is of
 * the installation, so its keys name the bureau the installation began with, whichever entry it is.
 *
 * @param bureau key of the bureau the entry is of, for example {@code 130534.scjg}; where its
 *     suffix begins with {@code practice} it is a practice bureau (演练单位), whose events are
 *     exercises
 * @param name as it signs what it publishes
 * @param creditCode 统一社会信用代码 under which it issues what it publishes
 * @param region GB/T 2260, six digits
 * @param level PROVINCE, CITY or COUNTY, as the region is
 * @param rulePacks ids of the packs that hold for it beside the national ones, ascending
 * @param documentNumbers how it numbers its documents, with <code>{year}</code> and <code>{number}
 *     </code>
 * @param status OPEN, or CLOSED where it does nothing any more and what it did stays readable
 */
public record BureauChanged(
    String bureau,
    String name,
    String creditCode,
    String region,
    String level,
    List<String> rulePacks,
    String documentNumbers,
    String status)
    implements IntegrationEvent {}
