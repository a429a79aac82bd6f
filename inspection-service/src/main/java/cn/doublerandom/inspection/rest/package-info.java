/** HTTP in and out of the inspections. */
@NullMarked
@SchemaName(of = Paper.class, is = "FiledPaper")
@SchemaName(of = PaperKind.class, is = "KindOfPaper")
@SchemaName(of = Signature.class, is = "PaperSignature")
@SchemaName(of = Signature.Role.class, is = "SignatureRole")
@SchemaName(of = Answer.class, is = "ChecklistAnswer")
@SchemaName(of = Assignment.Item.class, is = "AssignedItem")
@SchemaName(of = Overruled.class, is = "OverruledFinding")
@SchemaName(of = VisitSummary.class, is = "InspectionVisit")
package cn.doublerandom.inspection.rest;

import cn.doublerandom.inspection.archive.Paper;
import cn.doublerandom.inspection.archive.PaperKind;
import cn.doublerandom.inspection.archive.Signature;
import cn.doublerandom.inspection.visit.Answer;
import cn.doublerandom.inspection.visit.Assignment;
import cn.doublerandom.inspection.visit.Overruled;
import cn.doublerandom.inspection.visit.VisitSummary;
import cn.doublerandom.servicekit.openapi.SchemaName;
import org.jspecify.annotations.NullMarked;
