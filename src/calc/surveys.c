/* Surveys: response, answers with their share of the respondents (F1, F3). */
#include "calc/subjects.h"

static void make_answer(Calc *calc, const Survey *survey, const Question *question, int index) {
    const Answer *answer = &question->answers[index];
    const char *key = answer->key ? answer->key : TEXT(calc, "%d", index + 1);
    const char *id = TEXT(calc, "enquete.%s.%s.%s", survey->key, question->key, key);
    const char *share = TEXT(calc, "%s.aandeel", id);
    const char *label = TEXT(calc, "%s: %s", question->text ? question->text : question->key,
                             answer->text ? answer->text : key);
    calc_given(calc, answer->count, label, "antwoorden", 0, id);
    if (answer->percent.state != QUANTITY_ABSENT) {
        calc_given(calc, answer->percent, TEXT(calc, "%s, aandeel", label), "%", -1, share);
        return;
    }
    if (question->kind == QUESTION_OPEN) return; /* its numbers are no respondents */
    const char *own = TEXT(calc, "enquete.%s.%s.respondenten", survey->key, question->key);
    calc_share(calc, id, calc_exists(calc, own) ? own : TEXT(calc, "enquete.%s.ingevuld", survey->key), 1,
               TEXT(calc, "%s, aandeel", label), share);
}

static void make_question(Calc *calc, const Survey *survey, const Question *question) {
    if (!question->key) return;
    calc_given(calc, question->respondents, TEXT(calc, "%s, respondenten", question->text ? question->text : question->key),
               "respondenten", 0, TEXT(calc, "enquete.%s.%s.respondenten", survey->key, question->key));
    for (int i = 0; i < question->answer_count; i++) make_answer(calc, survey, question, i);
}

void calc_surveys(Calc *calc) {
    for (int i = 0; i < calc->p->survey_count; i++) {
        const Survey *survey = &calc->p->surveys[i];
        const char *sent = TEXT(calc, "enquete.%s.uitgezet", survey->key);
        const char *returned = TEXT(calc, "enquete.%s.ingevuld", survey->key);
        calc_given(calc, survey->sent, TEXT(calc, "%s, uitgezet", survey->name), "personen", 0, sent);
        calc_given(calc, survey->returned, TEXT(calc, "%s, ingevuld", survey->name), "personen", 0, returned);
        calc_share(calc, returned, sent, 1, TEXT(calc, "%s, respons", survey->name),
                   TEXT(calc, "enquete.%s.respons", survey->key));
        for (int q = 0; q < survey->question_count; q++) make_question(calc, survey, &survey->questions[q]);
    }
}
