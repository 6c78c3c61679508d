package wording

var spanish = language{
	code: "es", name: "Spanish",
	decimalComma: true, pointGroups: true, andTens: true,
	words: []group{
		// Number words.
		{unit(0), "cero"},
		{unit(1), "uno"}, {sense{roles: roleUnit | roleArticle, value: 1}, "un, una"},
		{unit(2), "dos"}, {unit(3), "tres"}, {unit(4), "cuatro"}, {unit(5), "cinco"}, {unit(6), "seis"},
		{unit(7), "siete"}, {unit(8), "ocho"}, {unit(9), "nueve"}, {unit(10), "diez"}, {unit(11), "once"},
		{unit(12), "doce"}, {unit(13), "trece"}, {unit(14), "catorce"}, {unit(15), "quince"},
		{unit(16), "dieciséis, diez y seis"}, {unit(17), "diecisiete, diez y siete"},
		{unit(18), "dieciocho, diez y ocho"}, {unit(19), "diecinueve, diez y nueve"},
		{unit(20), "veinte"}, {unit(21), "veintiuno, veintiún, veintiuna"}, {unit(22), "veintidós"},
		{unit(23), "veintitrés"}, {unit(24), "veinticuatro"}, {unit(25), "veinticinco"},
		{unit(26), "veintiséis"}, {unit(27), "veintisiete"}, {unit(28), "veintiocho"}, {unit(29), "veintinueve"},
		{unit(30), "treinta"}, {unit(40), "cuarenta"}, {unit(50), "cincuenta"}, {unit(60), "sesenta"},
		{unit(70), "setenta"}, {unit(80), "ochenta"}, {unit(90), "noventa"},
		{unit(100), "cien, ciento"}, {unit(200), "doscientos, doscientas"}, {unit(300), "trescientos, trescientas"},
		{unit(400), "cuatrocientos, cuatrocientas"}, {unit(500), "quinientos, quinientas"},
		{unit(600), "seiscientos, seiscientas"}, {unit(700), "setecientos, setecientas, sietecientos, sietecientas"},
		{unit(800), "ochocientos, ochocientas"}, {unit(900), "novecientos, novecientas, nuevecientos, nuevecientas"},
		// The long scale: a billón is a million millions.
		{scale(1e3), "mil"}, {scale(1e6), "millón, mill"}, {scale(1e9), "millardo, millardos"},
		{scale(1e12), "billón"},
		{sense{roles: roleScale | rolePlural, value: 1e6}, "millones"}, {scale(1e12), "billones"},
		{suffix(1e3), "k"}, {suffix(1e6), "m"},
		// A docena is counted; the tens, hundreds and thousands are round.
		{collective(12), "docena"}, {round(12), "buena docena"}, {round(10), "decena, buena decena"}, {round(15), "quincena"}, {round(20), "veintena, buena veintena"},
		{round(30), "treintena"}, {round(40), "una cuarentena de"}, {round(50), "cincuentena"},
		{round(100), "centenar, centena, buen centenar"}, {round(1e3), "millar"},
		{plural(10), "decenas, decenas y decenas"}, {plural(12), "docenas"}, {plural(20), "veintenas"},
		{plural(100), "cientos, centenares, centenas, cientos y cientos"}, {plural(1e3), "miles, millares, miles y miles"},
		{quantifier(couple), "un par, el par"},
		{sense{roles: roleQuantifier | roleBefore, term: few, before: about}, "algunos, algunas"}, // algunas 200: about
		{quantifier(few), "unos pocos, unas pocas, pocos, pocas, unos cuantos, unas cuantas, algún que otro"},
		{quantifier(several), "varios, varias, diversos, diversas"},
		{quantifier(handful), "puñado, un puñado, puñados"},
		{quantifier(many), "muchos, muchas, numerosos, numerosas, multitud, un gran número, gran número, gran cantidad, una gran cantidad"},
		{as(roleAnd), "y, e, &, así como, y a, y otros, y otras"},
		{sense{roles: roleOf | roleFiller | roleYear}, "de, del"},
		{as(roleHalf), "medio, media"},
		{as(roleZero), "ningún, ninguno, ninguna, nadie, ni un, ni una, ni uno, ni un solo, ni una sola, ni uno solo, ningunos, ningunas"},
		{sense{roles: roleZero | roleMeasure, measure: killed}, "sin muertos, sin fallecidos, sin víctimas mortales, no hubo muertos, no hay muertos, no hubo fallecidos, no hay fallecidos, no hubo víctimas mortales, no hay víctimas mortales, no se registraron víctimas mortales, no se reportaron víctimas mortales, no se registraron muertos, no se reportaron muertos, no se reportaron fallecidos, no dejó muertos, no dejó víctimas mortales, no causó víctimas mortales"},
		{sense{roles: roleZero | roleMeasure, measure: wounded}, "sin heridos, sin lesionados, no hubo heridos, no hay heridos, no se registraron heridos, no se reportaron heridos, no se reportaron lesionados, no dejó heridos, no causó heridos"},
		{sense{roles: roleZero | roleMeasure, measure: killedOrWounded}, "sin víctimas, sin bajas, no hubo víctimas, no hay víctimas, no hubo bajas, no se registraron víctimas, no se reportaron víctimas, no se han registrado víctimas, no se han reportado víctimas, no dejó víctimas, no causó víctimas, no se registraron bajas"},
		{as(roleUnknown), "un número desconocido, número desconocido, un número indeterminado, número indeterminado, un número no determinado, un número no precisado, un número sin precisar, un número incierto, un número indefinido, una cantidad desconocida, una cantidad indeterminada, cantidad indeterminada, una cifra desconocida, una cifra indeterminada, un número todavía desconocido, un número aún desconocido, un número aún indeterminado, un desconocido número, un indeterminado número"},

		// Hedges before a number. "Cerca de" is casi or aproximadamente (RAE); in
		// tolls it is said of a number not quite reached, so it is nearly.
		{before(exactly), "exactamente, precisamente, un total de, en total, en total de, total de, la cifra exacta de"},
		{before(about), "unos, unas, alrededor de, alrededor de los, alrededor de las, en torno a, en torno a los, en torno a las, aproximadamente, aprox, aprox., cosa de, como unos, como unas, más o menos, a eso de, del orden de, en el orden de, se calcula que, se calcula en, se estima que, se estima en, estimado en, estimada en, estimados en, estimadas en, calculados en, una estimación de, un estimado de, un promedio de, ronda los, ronda las, rondan los, rondan las, ronda, rondan, rondaba los, rondaban los, rondó los, aproximado de, un aproximado de, grosso modo, en las inmediaciones de, ~, ≈, ±"},
		{sense{roles: roleBefore | roleModal, before: about, modality: possible}, "rondaría, rondarían"},
		{before(nearly), "casi, cerca de, cerca de los, cerca de las, prácticamente, poco menos de, algo menos de, un poco menos de, cuasi, roza los, roza las, rozan los, rozan las, rozando los, se acerca a, se acercan a, se acercaba a, se aproxima a, se aproximan a, ya casi, próximo a, próximos a, cercano a, cercana a, cercanos a, cercanas a"},
		{before(atLeast), "al menos, por lo menos, como mínimo, cuando menos, cuanto menos, lo menos, a lo menos, un mínimo de, una cifra mínima de, mínimo de, mínimo, no menos de, no menos que, nada menos de, no inferior a, no inferiores a, no baja de, no bajan de, no bajaría de, ≥, > =, ⩾, mínimamente"},
		{before(moreThan), "más de, más de los, más de las, más que, mayor a, mayor de, mayor que, mayores a, superior a, superiores a, por encima de, por arriba de, arriba de, encima de, por sobre, muy por encima de, mucho más de, muchos más de, bastante más de, bastantes más de, algo más de, poco más de, un poco más de, supera, superan, superó, superaron, superado, superar, superaba, superaban, superando, supere, superen, superara, superaran, rebasa, rebasan, rebasó, rebasaron, rebasado, rebasar, sobrepasa, sobrepasan, sobrepasó, sobrepasaron, sobrepasado, sobrepasar, excede, exceden, excedió, excedieron, excedido, exceder, pasan ya de, ya pasan de, >"},
		{sense{roles: roleBefore, before: moreThan, modality: likely}, "superará, superarán, va a superar, se espera que supere"},
		{sense{roles: roleBefore | roleModal, before: moreThan, modality: possible}, "superaría, superarían, rebasaría, rebasarían, sobrepasaría, sobrepasarían, excedería, excederían, pasaría de, pasarían de"},
		{sense{roles: roleBefore | roleTo, before: atMost}, "hasta"},
		{before(atMost), "hasta un máximo de, como máximo, como mucho, cuando mucho, a lo sumo, a lo más, cuando más, un máximo de, una cifra máxima de, máximo de, máximo, no más de, no más que, no superior a, no superiores a, no mayor a, no mayor de, no supera, no superan, no superó, no superaron, no superaría, no excede, no exceden, no pasa de, no pasan de, no rebasa, ≤, < =, ⩽, tantos como, tantas como"},
		{before(fewerThan), "menos de, menos de los, menos de las, menos que, menor a, menor de, menor que, inferior a, inferiores a, por debajo de, por abajo de, debajo de, muy por debajo de, mucho menos de, muchos menos de, bastante menos de, no llega a, no llegan a, no alcanza, no alcanzan, sin llegar a, <"},
		// Hedges after a number.
		{after(atLeast), "o más, o mayor, o superior, o incluso más, y más, +, al menos, por lo menos, como mínimo, cuando menos, mínimo, como poco, para arriba, en adelante, o quizá más, o quizás más, o tal vez más, quizá más, quizás más, posiblemente más, tal vez más"},
		{after(moreThan), "y pico, y tantos, y tantas, largos, largas, pasados, pasadas"},
		{after(atMost), "o menos, o inferior, o menor, como máximo, como mucho, a lo sumo, a lo más, máximo, cuando mucho, quizá menos, quizás menos"},
		{after(about), "más o menos, aproximadamente, aprox, o así, o por ahí"},
		{after(exactly), "exactamente, en total, en conjunto, justos"},

		// How firmly it is said: the conditional is what a newspaper has not verified.
		{modal(possible), "podría, podrían, podría haber, podrían haber, podría ser, podrían ser, podría haber sido, podrían haber sido, puede, pueden, puede haber, pueden haber, pudo, pudieron, pudo haber, pudieron haber, pudiera, pudieran, pudiera haber, pudieran haber, habría, habrían, habría sido, habrían sido, habría ya, sería, serían, estaría, estarían, ascendería, ascenderían, alcanzaría, alcanzarían, llegaría a, llegarían a, dejaría, acaso, posible, posibles, es posible que, es posible que hayan, potencialmente, se teme, se teme que, temen, temen que, se temía que, se sospecha que, tal vez, quizá, quizás, posiblemente, a lo mejor, puede que, eventualmente"},
		{modal(likely), "se espera que, se prevé que, probablemente, es probable que, probable, probables, seguramente, presumiblemente, lo más probable, se cree que, se presume que, se cree, se da por, se dan por"},
		{modal(highlyLikely), "muy probablemente, es muy probable que, casi con certeza, casi con seguridad, casi con toda seguridad, con toda probabilidad, casi seguro, casi seguramente, altamente probable"},

		// Ranges.
		{as(roleBetween), "entre, desde, de entre, en un rango de, en un rango de entre, oscila entre, oscilan entre, que oscila entre, oscilaría entre, oscilarían entre, va de, van de, varía entre, varían entre, entre los, entre las, entre unos, entre unas"},
		{sense{roles: roleTo | roleFiller}, "a"},
		{as(roleTo), "o, u, ó"},
		{sense{roles: rolePerhaps | roleModal, modality: possible}, "quizá, quizás, tal vez, posiblemente, acaso, puede que, a lo mejor"},
		{as(rolePerhaps), "si no, sino, incluso, o incluso, y quizá, y quizás, y tal vez, y posiblemente, o quizá, o quizás, o tal vez, o posiblemente, e incluso, y hasta, y puede que, y potencialmente, quizá incluso, quizás incluso, posiblemente incluso"},
		{as(roleInterval), "ic, intervalo de confianza, intervalo de incertidumbre, intervalo de credibilidad"},

		// What says nothing of the number.
		{as(roleFiller), "el, la, los, las, lo, al, que, se, me, le, les, nos, ha, han, había, habían, haber, hay, hubo, haya, hayan, hubiera, hubieran, fue, fueron, era, eran, es, son, ser, sido, siendo, está, están, estaba, estaban, estar, quedó, quedaron, resultó, resultaron, resultando, resultado, dejó, dejaron, deja, dejan, dejando, dejado, dejar, causó, causaron, causando, causado, causa, cobró, provocó, provocaron, provocando, registra, registró, registraron, registrado, registrados, registradas, reportó, reportaron, reporta, reportan, reportado, reportados, confirmó, confirmaron, confirmado, confirmados, confirmadas, confirma, sufrió, sufrieron, sufrido, sumó, suma, suman, tuvo, tuvieron, asciende, ascienden, ascendió, ascendieron, asciende a, ascienden a, ascendió a, elevó, eleva, elevan, elevaron, cifra, cifró, cifraron, número, saldo, balance, total, recuento, conteo, más, menos, otros, otras, otro, otra, demás, nuevos, nuevas, nuevo, nueva, ya, aún, todavía, también, solo, solamente, únicamente, apenas, sólo, tan solo, ahora, hoy, ayer, hasta ahora, hasta el momento, hasta la fecha, por ahora, de momento, oficial, oficiales, oficialmente, presuntamente, presuntos, presuntas, supuestamente, supuestos, supuestas, su, sus, este, esta, estos, estas, ese, esa, esos, esas, quienes, quien, cuales, como, todos, todas, ambos, ambas, graves, gravemente, grave, leves, leve, civil, muy, cada, primeros, primeras, últimos, últimas, decenas más, menores, jóvenes, israelíes, israelí, ucranianos, ucranianas, ucraniano, rusos, rusas, ruso, palestinas, norcoreanos, norcoreano, sirios, colombianos, colombianas, mexicanos, mexicanas, venezolanos, españoles, españolas, estadounidenses, francesas, franceses, haitianos, extranjeros, armados, armadas, inocentes"},
		{as(roleYear), "en, desde, hasta, durante, antes de, año, años de, el año, del año, a finales de, a principios de, finales de, principios de, mediados de, hacia, entre, verano de, invierno de, primavera de, otoño de"},
		// Prepositions and the like, which show the language.
		{as(0), "con, por, para, sin embargo, contra, sobre, ante, bajo, mediante, donde, durante, debido, gobierno, ejército, ministerio, policía, ataque, ataques, bombardeo, bombardeos, atentado, atentados, terremoto, explosión, tiroteo, enfrentamientos, combates, guerra, ciudad, país, autoridades, fuentes, salud, sanidad, hospital, alcalde, gobernador, presidente, portavoz, vocero, informe, cifras, personal sanitario"},

		// Fractions and ordinals.
		{as(roleFraction), "tercio, tercios, mitad, cuarta parte, tercera parte, quinta parte, décima parte, cuartos, quintos, décimos, mayoría, mayor parte, minoría, proporción, parte de, centésima parte, milésima parte, cuartas partes, terceras partes, quintas partes"},
		{sense{roles: roleFraction, reason: Percentage}, "%, por ciento, porciento, por cien, puntos porcentuales, punto porcentual"},
		{as(roleOrdinal), "primer, primero, primera, segundo, segunda, tercer, tercero, tercera, cuarto, cuarta, quinto, quinta, sexto, sexta, séptimo, séptima, octavo, octava, noveno, novena, décimo, décima, undécimo, undécima, duodécimo, duodécima, vigésimo, vigésima, trigésimo, trigésima, cuadragésimo, cuadragésima, quincuagésimo, quincuagésima, sexagésimo, centésimo, centésima, milésimo, ª, º, .ª, .º, .°, °, er, ro, ra, ava, avo, .er, .o, .a"},
		{as(roleInFraction), "de cada, por cada"},
		{sense{roles: roleOutOf | roleOf | roleFiller}, "de los, de las"},
		{as(roleOutOf), "de un total de, del total de, sobre un total de"},

		// Those counted.
		{as(rolePeople), "personas, persona, gente, hombres, hombre, varones, varón, mujeres, mujer, niños, niño, niñas, niña, menores, menor, menores de edad, menor de edad, bebés, bebé, adolescentes, adolescente, jóvenes, joven, adultos, adulto, adulta, ancianos, anciano, anciana, ancianas, civiles, civil, ciudadanos, ciudadano, ciudadanas, habitantes, residentes, pobladores, vecinos, vecino, vecina, aldeanos, campesinos, campesino, indígenas, indígena, soldados, soldado, militares, militar, efectivos, uniformados, uniformado, tropas, combatientes, combatiente, milicianos, miliciano, guerrilleros, guerrillero, guerrillera, rebeldes, rebelde, insurgentes, insurgente, paramilitares, mercenarios, mercenario, reclutas, oficiales, oficial, suboficiales, infantes de marina, marinos, marineros, marino, policías, policía, agentes, agente, gendarmes, guardias, guardia, bomberos, bombero, médicos, médico, médica, enfermeras, enfermeros, enfermera, enfermero, sanitarios, sanitario, paramédicos, rescatistas muertos, periodistas, periodista, reporteros, trabajadores, trabajador, trabajadora, empleados, empleado, empleada, obreros, mineros, minero, pescadores, pescador, agricultores, maestros, maestro, maestra, profesores, estudiantes, estudiante, alumnos, alumnas, escolares, pasajeros, pasajero, pasajera, tripulantes, tripulante, pilotos, piloto, conductor, turistas, turista, peregrinos, fieles, manifestantes, manifestante, migrantes, migrante, inmigrantes, presos, reclusos, internos, reos, privados de libertad, pacientes, paciente, víctimas, víctima, familiares, familiar, hermanos, hermano, hermana, hermanas, cooperantes, voluntarios, voluntario, activistas, activista, líderes sociales, líder social, rehenes, rehén, islamistas, yihadistas, terroristas, terrorista, sicarios, sicario, pandilleros, atacantes, atacante, sospechosos, miembros, miembro, integrantes, integrante, seres humanos, almas, palestinos, israelíes, ucranianos, rusos, norcoreanos, colombianos, mexicanos, venezolanos, españoles, extranjeros, haitianos, funcionarios, funcionario, escoltas, espectadores, transeúntes, creyentes, monjas, sacerdotes, sacerdote, cuerpos de seguridad, cuerpo de bomberos, cuerpos policiales"},
		{sense{roles: rolePeople | roleMeasure, measure: killed}, "muertos, muertas, muerto, muerta, fallecidos, fallecidas, fallecido, fallecida, asesinados, asesinadas, asesinado, asesinada, víctimas mortales, víctima mortal, víctimas fatales, víctima fatal, personas sin vida, muertes, decesos, deceso, defunciones, defunción, fallecimientos, fallecimiento, homicidios, homicidio, asesinatos, asesinato, feminicidios, feminicidio, mártires, mártir, óbitos, ejecutados, ejecutadas, abatidos, abatido, masacrados, masacradas, ahogados, ahogadas, ahogado, calcinados, difuntos, occisos, caídos en combate, caídos, bajas mortales, vidas, vidas humanas, pérdidas humanas"},
		{sense{roles: rolePeople | roleMeasure, measure: wounded}, "heridos, heridas, herido, herida, lesionados, lesionadas, lesionado, lesionada, malheridos, hospitalizados, hospitalizadas, hospitalizado, quemados, personas con heridas"},
		{sense{roles: rolePeople | roleMeasure, measure: missing}, "desaparecidos, desaparecidas, desaparecido, desaparecida, extraviados, no localizados, no localizadas, sin localizar"},
		// In a war "capturados" are prisoners; "detenidos" are arrested.
		{sense{roles: rolePeople | roleMeasure, measure: captured}, "capturados, capturadas, capturado, capturada, prisioneros, prisionero, prisioneras, prisioneros de guerra, prisionero de guerra, cautivos, cautivas, hechos prisioneros, tomados prisioneros"},
		// Bajas are put out of action: dead and wounded as a rule (RAE: pérdida de un
		// individuo), like casualties.
		{sense{roles: rolePeople | roleMeasure, measure: killedOrWounded}, "bajas, baja, muertos y heridos, muertos o heridos, muertas o heridas, muertas y heridas, heridos y muertos, entre muertos y heridos, entre heridos y muertos, muertos entre heridos, bajas entre muertos y heridos"},
		{sense{roles: rolePeople | roleMeasure, measure: killedOrMissing}, "muertos y desaparecidos, muertos o desaparecidos, muertas o desaparecidas, entre muertos y desaparecidos, desaparecidos o muertos"},
		{sense{roles: rolePeople | roleMeasure, measure: displaced}, "desplazados, desplazadas, desplazado, desplazada, desplazados internos, personas desplazadas, refugiados, refugiadas, refugiado, evacuados, evacuadas"},
		{sense{roles: rolePeople | roleMeasure, measure: bodies}, "cadáveres, cadáver, cuerpos, cuerpo, cuerpos sin vida, cuerpo sin vida, restos mortales, restos humanos, osamentas"},

		// What befell them. Verbs that take the dead as object count what follows.
		{counts(killed), "se ahogaron, se ahogó, se habían ahogado, murieron, murió, muere, mueren, morir, muriendo, muriera, murieran, mueran, fallecieron, falleció, fallece, fallecen, fallecer, perecieron, pereció, perecer, perecido, perdieron la vida, perdió la vida, perder la vida, pierden la vida, perdido la vida, perdiendo la vida, muerte, la muerte, mortal, mortales, dados de baja, dado de baja, sin vida, cifra de muertos, número de muertos, balance de muertos, saldo de muertos, recuento de muertos, cifra de fallecidos, número de fallecidos, cifra de víctimas mortales, número de víctimas mortales, saldo mortal, fusilados, linchados, acribillados, decapitados, degollados, eliminados"},
		{sense{roles: roleMeasure | roleForward, measure: killed}, "ha asesinado, han asesinado, haber asesinado, mató, mataron, mata, matan, matando, matar, matado, asesinó, asesinaron, asesina, asesinan, asesinar, ejecutó, ejecutaron, masacró, masacraron, abatió, abatieron, abatir, ha abatido, han abatido, dio muerte, dieron muerte, acabó con la vida de, acabó con la vida, acabaron con la vida de, se cobró la vida de, cobró la vida de, cobrado la vida de, se cobraron la vida de, costó la vida, costó la vida a, costado la vida a, ha costado la vida a, quitó la vida, eliminó, eliminaron, dio de baja, dieron de baja"},
		{sense{roles: roleMeasure | roleForward, measure: killed, modality: possible}, "habría asesinado, habrían asesinado, habría abatido, habrían abatido"},
		{sense{roles: roleMeasure | roleForward, measure: wounded, modality: possible}, "habría herido, habrían herido"},
		{counts(wounded), "están graves, está grave, en estado grave, en estado crítico, en estado muy grave, entre la vida y la muerte, en cuidados intensivos, resultaron heridos, resultaron heridas, resultó herido, resultó herida, resultaron lesionados, resultaron lesionadas, heridos de gravedad, heridas de gravedad, con heridas, lesiones, sufrieron heridas, sufrieron lesiones"},
		{sense{roles: roleMeasure | roleForward, measure: wounded}, "hirió, hirieron, hiere, hieren, hiriendo, herir, ha herido, han herido, había herido, habían herido, haber herido, lesionó, lesionaron, lesionando"},
		{counts(missing), "desaparecieron, desapareció, paradero desconocido, en paradero desconocido, sigue desaparecido, siguen desaparecidos, siguen desaparecidas, siguen sin aparecer, dados por desaparecidos"},
		{counts(captured), "se rindieron, rindieron, se rindió, se han rendido, se entregaron, depusieron las armas"},
		{sense{roles: roleMeasure | roleForward, measure: captured}, "capturó, capturaron, captura, capturan, capturando, capturar, ha capturado, han capturado, apresó, apresaron, hizo prisioneros, hicieron prisioneros, tomó prisioneros"},
		{counts(irrecoverable), "pérdidas irrecuperables, bajas irrecuperables, bajas irreversibles, pérdidas irreversibles"},
		{counts(totalLosses), "pérdidas totales, bajas totales, muertos heridos y desaparecidos, muertos heridos o desaparecidos, muertos heridos o capturados"},
		{counts(losses), "pérdidas, pérdida, perdió, perdieron, perdido, perder, perdiendo, haber perdido"},
		{counts(excess), "exceso de muertes, exceso de mortalidad, muertes en exceso, exceso de fallecimientos, exceso de defunciones, sobremortalidad"},
		{counts(killed), "pérdida de vidas, pérdidas de vidas, pérdida de vidas humanas"},
		{counts(displaced), "huyeron, huyó, han huido, huido, huyen, huir, abandonaron sus hogares, abandonar sus hogares, abandonado sus hogares, dejaron sus hogares, desplazó, desplazamiento"},
		{counts(deployed), "desplegados, desplegadas, desplegó, desplegaron, desplegar, desplegado, despliegue, envió, enviaron, enviados, movilizados, movilizó"},
		{counts(bodies), "exhumados, exhumadas, exhumaron, enterrados, fosas comunes, fosa común"},

		// Not the toll. "Detenidos" are arrested, not captured.
		{sense{roles: roleLabel | roleSpared, reason: OtherCount}, "condenó, condenó a, condenaron, condenaron a, condenados, condenado, condenadas, condenada, canje de prisioneros, intercambio de prisioneros, canje, liberó a, liberaron a, devolvió a casa a"},
		{not(OtherCount), "detenidos, detenidas, detenido, detenida, arrestados, arrestadas, arrestado, arrestos, detenciones, aprehendidos, imputados, acusados, condenados, sobrevivientes, sobreviviente, supervivientes, superviviente, sobrevivieron, rescatados, rescatadas, rescatado, rescatistas, socorristas, ilesos, ilesas, ileso, liberados, liberadas, liberado, canjeados, damnificados, damnificadas, damnificado, afectados, afectadas, vacunados, contagiados, contagios, infectados, votantes, tanques, tanque, carros de combate, vehículos, vehículo, blindados, blindado, camiones, camión, coches, coche, carros, carro, autos, automóviles, autobuses, autobús, buses, motocicletas, trenes, tren, vagones, aviones, avión, aeronaves, aeronave, cazas, cazabombarderos, helicópteros, helicóptero, drones, dron, misiles, misil, cohetes, cohete, proyectiles, proyectil, bombas, bomba, minas, granadas, obuses, armas, arma, fusiles, municiones, disparos, tiros, balas, morteros, lanzadores, lanzacohetes, baterías, buques, buque, barcos, barco, lanchas, embarcaciones, embarcación, patera, cayucos, submarinos, edificios, edificio, casas, casa, viviendas, vivienda, hogares, apartamentos, escuelas, escuela, colegios, hospitales, clínicas, iglesias, mezquitas, tiendas, comercios, puentes, puente, aldeas, aldea, pueblos, pueblo, ciudades, localidades, localidad, municipios, municipio, departamentos, provincias, estados, regiones, países, campamentos, zonas, sitios, lugares, posiciones, objetivos, ataques, ataque, bombardeos, bombardeo, atentados, incursiones, combates, enfrentamientos, explosiones, incidentes, incidente, operaciones, operativos, brigadas, batallones, regimientos, compañías, unidades, grupos, grupo, equipos, familias, familia, casos, caso, informes, denuncias, fuentes, testigos, expertos, fotos, imágenes, vídeos, animales, perros, cabezas de ganado, reses, árboles, piezas, votos, escaños, puntos, goles, pisos, plantas, habitaciones, camas, ambulancias, vuelos, veces, tipos, partes, estaciones, fábricas, usuarios, seguidores, fosas, tumbas, acuerdos, puestos, réplicas"},
		{not(Duration), "segundos, minutos, minuto, horas, hora, días, día, jornadas, semanas, semana, meses, mes, años, año, décadas, década, siglos, siglo, noches, noche"},
		{not(Age), "años de edad, año de edad, meses de edad, añero"},
		{not(Clock), "hs, hrs, h, am, pm, a.m, p.m, hora local, horas locales, de la mañana, de la tarde, de la noche, de la madrugada, del mediodía, gmt, utc"},
		{not(Measurement), "km, kilómetros, kilómetro, metros, metro, cm, centímetros, mm, milímetros, milímetro, hectáreas, hectárea, toneladas, tonelada, kg, kilos, kilo, kilogramos, gramos, litros, litro, grados, grado, millas, milla, pies, pulgadas, kilovatios, megavatios, barriles, nudos"},
		{as(roleCurrency), "$, €, £, us$, usd, eur, dólares, dólar, euros, euro, pesos, peso, soles, bolívares, quetzales, lempiras, córdobas, colones, reales, libras, pesetas, rublos, grivnas, francos, yenes, yuanes, centavos"},
		{sense{roles: roleLabel, reason: Age}, "edad de, la edad de, edad"},
		{sense{roles: roleLabel | roleFiller}, "a las, a la"},
		{as(roleLabel), "n.º, n.°, n°, nº, no., número, vuelo, página, páginas, artículo, artículos, capítulo, sección, párrafo, resolución, decreto, ley, orden, brigada, división, batallón, regimiento, compañía, escuadrón, calle, carrera, avenida, carretera, autopista, ruta, kilómetro, km, línea, canal, puerta, sala, habitación, bloque, distrito, zona, sector, grupo, nivel, fase, etapa, categoría, clase, tipo, modelo, versión, magnitud, covid, sub, apolo, boeing, airbus, formato, anexo, expediente, acuerdo, protocolo, figura, tabla, cuadro, jornada, día, días, semana"},
		{sense{roles: roleLabel | roleAbbreviation}, "núm, núms, nro, art, arts, pág, págs, cap, vol, fig, inc"},
		{as(roleAbbreviation), "sr, sra, srta, dr, dra, gral, cnel, tte, cap, sgto, lic, ing, prof, aprox, ee.uu, ee, uu, a.m, p.m, ud, uds, av, avda, gob, pdte, sto, sta, etc, mons"},
		{as(roleMonth), "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre, diciembre, ene, feb, abr, jun, jul, ago, sept, oct, nov, dic"},

		// What the sentence does with the number.
		{as(roleDenial), "negó, negaron, niega, niegan, ha negado, han negado, negar, negando, desmintió, desmintieron, desmiente, desmienten, ha desmentido, han desmentido, desmentir, desmintiendo, rechazó, rechazaron, rechaza, rechazan, descartó, descartaron, descarta, refutó, refutaron, refuta, no confirmó, no ha confirmado, no han confirmado, no pudo confirmar, sin confirmar que, no hay pruebas de que, no hay pruebas de, no hay evidencia de que, no es cierto que, no es verdad que, es falso que, falso que, falsamente, desmentido de, desmentido sobre, cuestionó que, erróneamente"},
		{as(roleUntrue), "falso, falsa, falsos, falsas, mentira, infundado, infundada, infundados, infundadas, desmentido, desmentida, desmentidos, desmentidas, incorrecto, incorrecta, incorrectos, inexacta, inexacto, erróneo, errónea, erróneos, bulo, bulos, inventado, inventada, fabricado, fabricada, no es cierto, no son ciertos, no es verdad, noticias falsas, desinformación, propaganda, exagerado, exagerada, carece de fundamento, negado por, rechazada, rechazado por"},
		{as(roleEarlier), "y no, y no de, frente a, frente a los, frente a las, en lugar de, en lugar de los, en vez de, en vez de los, inicialmente, en un principio, en principio, al principio, anteriormente, previamente, antes, un balance anterior de, balance anterior de, el balance anterior de, un recuento anterior de, recuento anterior de, el recuento anterior de, un saldo anterior de, saldo anterior de, cifra anterior de, una cifra anterior de, la cifra anterior de, balance previo de, un balance previo de, recuento previo de, un primer balance, un primer balance de, el primer balance de, primer balance de, balance inicial de, cifra inicial de, una cifra inicial de, reporte anterior de, reporte inicial de, informe anterior de, comparado con, comparados con, en comparación con, respecto a los, respecto de los, desde los, desde las, un día antes, el día anterior"},
		{as(roleIncluding), "incluidos, incluidas, incluido, incluida, incluyendo, incluye, incluyen, entre ellos, entre ellas, entre los que, entre las que, entre los cuales, entre las cuales, entre quienes, de ellos, de ellas, de los cuales, de las cuales, de los que, de las que"},
		{as(roleRises), "pasó, pasaron, pasa, pasar, pasado, pasando, subió, subieron, sube, suben, subir, subido, subiendo, aumentó, aumentaron, aumenta, aumentado, aumentar, creció, crecieron, crecido, elevó, elevado, elevándose, ascendió, bajó, bajaron, bajado, cayó, descendió, redujo, reducido, reduce, revisó, revisado, revisada, corrigió, corregido, rebajó, actualizó, incrementó, se incrementó, saltó"},
		{as(roleClause), "pero, mientras, mientras que, aunque, si bien, en cambio, sin embargo, según, dijo, dijeron, dice, dicen, afirmó, afirmaron, afirma, aseguró, aseguraron, asegura, señaló, señalaron, informó, informaron, informa, indicó, indicaron, indica, declaró, declararon, sostuvo, sostiene, reconoció, reconocieron, reconoce, admitió, admitieron, admite, agregó, añadió, precisó, explicó, anunció, anunciaron, insistió, cuando, tras, después de, antes de, después de que, luego de que, tras lo cual, al tiempo que, porque, pues, ya que"},
		{as(roleNot), "no, sin, ni, nunca, tampoco, jamás"},
		{as(roleForward), "entre los, entre las, entre un total de"},
	},
}
