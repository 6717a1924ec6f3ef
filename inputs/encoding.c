#include "inputs/encoding.h"

#include <glib.h>
#include <stdbool.h>
#include <string.h>

static const char in_a_spreadsheet[] =
    "save it in Excel as \"CSV UTF-8 (Comma delimited)\", or in LibreOffice as \"Text CSV\" with "
    "the character set \"Unicode (UTF-8)\" and the field delimiter \",\"";
static const char in_an_editor[] =
    "save it in the editor with \"Save As\" and the encoding \"UTF-8\"";

static bool begins(const char *bytes, size_t length, const char *with, size_t count)
{
  return length >= count && memcmp(bytes, with, count) == 0;
}

/* With a byte order mark; or, without one, ASCII whose every other byte is a NUL. */
static bool is_utf16(const char *bytes, size_t length)
{
  if (begins(bytes, length, "\xff\xfe", 2) || begins(bytes, length, "\xfe\xff", 2))
    return true;
  if (length < 4 || !bytes[0] == !bytes[1])
    return false;
  return !bytes[0] == !bytes[2] && !bytes[1] == !bytes[3];
}

/* Excel's own files: a ZIP archive since 2007, a compound file before. */
static bool is_workbook(const char *bytes, size_t length)
{
  return begins(bytes, length, "PK\x03\x04", 4) || begins(bytes, length, "\xd0\xcf\x11\xe0", 4);
}

char *encoding_fault(const char *path, const char *bytes, size_t length, size_t *offset)
{
  const char *how = g_str_has_suffix(path, ".csv") ? in_a_spreadsheet : in_an_editor, *end;
  *offset = 0;
  if (is_workbook(bytes, length))
    return g_strdup_printf("this is a workbook or another document, not text; %s", how);
  if (is_utf16(bytes, length))
    return g_strdup_printf("this is UTF-16, not UTF-8; %s", how);
  if (length == 0 || g_utf8_validate(bytes, (gssize)length, &end))
    return NULL;
  *offset = (size_t)(end - bytes);
  if (!*end)
    return g_strdup("a NUL byte");
  return g_strdup_printf("this is not UTF-8, but probably Windows-1252; %s", how);
}

char *encoding_csv_fault(const char *text)
{
  size_t header = strcspn(text, "\r\n");
  const char *separator = memchr(text, ',', header)    ? NULL
                          : memchr(text, ';', header)  ? "semicolons"
                          : memchr(text, '\t', header) ? "tabs"
                                                       : NULL;
  if (separator)
    return g_strdup_printf(
        "the columns are separated by %s, not by commas; save it in LibreOffice as \"Text CSV\" "
        "with the field delimiter \",\", or in Excel as \"CSV UTF-8 (Comma delimited)\" once "
        "Windows' regional settings have \",\" as the list separator",
        separator);
  if (!strchr(text, '\n') && strchr(text, '\r'))
    return g_strdup_printf("the lines end in CR alone, as on old Macs; %s", in_a_spreadsheet);
  return NULL;
}
