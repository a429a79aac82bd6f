package cn.doublerandom.registry.item;

import cn.doublerandom.registry.office.OfficeLevel;
import org.jspecify.annotations.Nullable;

/**
 * An inspection item as the provincial catalogue prints it.
 *
 * @param code 编号, 1..64 characters
 * @param legalBasis 抽查依据; no check without one (国办发〔2015〕58号)
 * @param level the level whose task it is
 * @param field 领域, for example 道路运输
 * @param method 抽查方式
 * @param ratio 抽查比例 the catalogue allows, as printed; absent where it says nothing
 * @param frequency 抽查频次, likewise
 */
public record ItemDetails(
    String code,
    String name,
    String legalBasis,
    ItemCategory category,
    OfficeLevel level,
    String field,
    String method,
    @Nullable String ratio,
    @Nullable String frequency) {}
