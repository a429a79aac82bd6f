package cn.doublerandom.contracts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office took an inspection item (抽查事项) of its own level upon itself (二(一) 认领); told again when
 * two people gave what is claimed another name.
 *
 * @param itemCode number in the provincial catalogue
 * @param name 抽查事项名称
 * @param legalBasis 抽查依据; no check without one
 * @param category GENERAL (一般) or KEY (重点)
 * @param field 领域 the item belongs to, for example 道路运输
 * @param method 抽查方式
 * @param unit the claiming unit
 * @param mandate the clause of its 三定规定 that covers the item
 * @param claimedOn day of the claim, Asia/Shanghai
 * @param renamedOn first day of the name; absent where it is the name of the claim
 */
public record ItemClaimed(
    String itemCode,
    String name,
    String legalBasis,
    String category,
    String field,
    String method,
    String unit,
    String mandate,
    LocalDate claimedOn,
    @Nullable LocalDate renamedOn)
    implements IntegrationEvent {}
