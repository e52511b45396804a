package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.FixtureRow;
import dev.switchback.fixture.FixtureTable;
import dev.switchback.fixture.FixtureValue;
import dev.switchback.fixture.NameCase;
import dev.switchback.fixture.SourceLocation;
import dev.switchback.fixture.format.FixtureFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of a workbook. */
final class Spreadsheet {

    private final String file;

    private Spreadsheet(String file) {
        this.file = file;
    }

    static List<FixturePart> read(FixtureFile file) {
        try (Workbook workbook = WorkbookFactory.create(file.content())) {
            Spreadsheet sheets = new Spreadsheet(file.name());
            List<FixturePart> tables = new ArrayList<>();
            workbook.forEach(sheet -> tables.add(sheets.table(sheet)));
            return List.copyOf(tables);
        } catch (IOException | RuntimeException e) {
            if (e instanceof FixtureException known) {
                throw known;
            }
            throw new FixtureException(file.name() + " cannot be read as a spreadsheet: " + e.getMessage(), e);
        }
    }

    private FixtureTable table(Sheet sheet) {
        List<String> columns = columns(sheet);
        List<FixtureRow> rows = new ArrayList<>();
        for (Row row : sheet) {
            if (row.getRowNum() > 0) {
                row(row, columns).ifPresent(rows::add);
            }
        }
        return new FixtureTable(
                sheet.getSheetName(), rows, List.of(), location(sheet, 0, 0), NameCase.CAPITALS_FOR_SMALL);
    }

    /** The names in the first row, as far as they go. */
    private static List<String> columns(Sheet sheet) {
        List<String> columns = new ArrayList<>();
        Row first = sheet.getRow(0);
        if (first != null) {
            for (Cell cell : first) {
                if (cell.getColumnIndex() == columns.size() && cell.getCellType() == CellType.STRING) {
                    columns.add(cell.getStringCellValue().strip());
                }
            }
        }
        return columns;
    }

    private Optional<FixtureRow> row(Row row, List<String> columns) {
        Map<String, FixtureValue> values = new LinkedHashMap<>();
        String label = "";
        boolean empty = true;
        for (int i = 0; i < columns.size(); i++) {
            SourceLocation location = location(row.getSheet(), row.getRowNum() + 1, i + 1);
            Object value = value(row.getCell(i), location);
            empty &= value == null;
            if (DataSetReader.isLabel(columns.get(i))) {
                label = value == null ? "" : value.toString();
            } else {
                values.put(columns.get(i), DataSetValues.OF_A_FILE.of(value, location));
            }
        }
        return empty
                ? Optional.empty()
                : Optional.of(new FixtureRow(label, values, location(row.getSheet(), row.getRowNum() + 1, 0)));
    }

    private static @Nullable Object value(@Nullable Cell cell, SourceLocation location) {
        if (cell == null) {
            return null;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue()
                        : number(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case ERROR -> throw FixtureException.at(location, "the formula of this cell has failed");
            default -> null;
        };
    }

    /** A spreadsheet has no whole numbers, but people mean them. */
    private static BigDecimal number(double value) {
        BigDecimal number = BigDecimal.valueOf(value).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private SourceLocation location(Sheet sheet, int line, int column) {
        return new SourceLocation(file + ", sheet " + sheet.getSheetName(), line, column);
    }
}
