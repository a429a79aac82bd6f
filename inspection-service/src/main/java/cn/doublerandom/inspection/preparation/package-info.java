/**
 * What goes before a visit: training (R62), approval (行政检查审批表), notice (行政检查通知书) and recusal (回避),
 * each by its own person, before anybody stands at the door (国办发〔2024〕54号). Pure.
 */
@NullMarked
package cn.doublerandom.inspection.preparation;

import org.jspecify.annotations.NullMarked;
