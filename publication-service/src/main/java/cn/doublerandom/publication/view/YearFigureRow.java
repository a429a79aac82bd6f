package cn.doublerandom.publication.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The figures of one year. */
@Entity
@Table(name = "year_figure_view")
class YearFigureRow extends Document {}
